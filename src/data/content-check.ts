import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/course/check.ts';
import { formatFindings } from '../lib/content/finding.ts';
import { readContent } from './read-content.ts';

/** Stops a build, and warns during development, when the content does not hold together. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        const { findings } = checkContent(readContent(fileURLToPath(config.root)));
        if (findings.length === 0) return;
        const report = `${findings.length} findings in content/\n\n${formatFindings(findings)}\n`;
        if (process.argv.includes('dev')) logger.warn(report);
        else throw new Error(report);
      },
    },
  };
}
