import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { nextPageRules } from '../../lib/shell/next-page-rules.ts';
import { editHtml, textOf, toRecord } from './html.ts';

/**
 * What pages and their workers may do: nothing beyond their own site, and no script but those that
 * the build wrote.
 *
 * @param hashes - of the scripts within pages.
 */
export const toPolicy = (hashes: Iterable<string>): string =>
  [
    "default-src 'self'",
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...hashes].join(' ')}`,
    // The editor and the code blocks bring styles with them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');

const toHash = (script: string) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Gives a page its policy, before it loads anything, and notes the hashes it needs. */
export function withPolicy(html: string, all: Set<string>): string {
  const hashes = new Set([toHash(nextPageRules)]);
  editHtml(html, (element) => {
    const { src, type } = toRecord(element);
    const isCode = element.tagName === 'script' && (type === undefined || type === 'module');
    if (!isCode || src !== undefined) return false;
    hashes.add(toHash(textOf(element)));
    return false;
  });
  for (const hash of hashes) all.add(hash);
  return html.replace(
    /<meta charset="utf-8"\/?>/,
    (start) => `${start}<meta http-equiv="content-security-policy" content="${toPolicy(hashes)}"/>`,
  );
}

/**
 * Writes the policy into every page, and for hosts that can send it as a header into `_headers`
 * (Netlify, Cloudflare) and `.htaccess` (Apache). It comes after what writes pages, and before what
 * copies them. Astro's own policy has hashes for styles too, which leaves no place for the others'.
 */
export function policy(): AstroIntegration {
  return {
    name: 'policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const hashes = new Set<string>();
        for (const page of globSync('**/*.html', { cwd: folder }).sort()) {
          const file = join(folder, page);
          writeFileSync(file, withPolicy(readFileSync(file, 'utf8'), hashes));
        }
        const all = toPolicy([...hashes].sort());
        writeFileSync(join(folder, '_headers'), `/*\n  Content-Security-Policy: ${all}\n`);
        writeFileSync(
          join(folder, '.htaccess'),
          `<IfModule mod_headers.c>\nHeader set Content-Security-Policy "${all}"\n</IfModule>\n`,
        );
      },
    },
  };
}
