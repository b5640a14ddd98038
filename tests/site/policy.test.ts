import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { pages, readText } from './site.ts';

type Element = Tree.Element;

function elementsOf(node: Tree.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node] : []), ...children.flatMap(elementsOf)];
}
const valueOf = ({ attrs }: Element, name: string) =>
  attrs.find((attribute) => attribute.name === name)?.value;

const header = /Content-Security-Policy: (.*)/.exec(readText('_headers'))?.[1];

describe.each(pages)('%s', (page) => {
  const elements = elementsOf(parse(readText(page)));
  const policies = elements.filter(
    (element) => valueOf(element, 'http-equiv') === 'content-security-policy',
  );
  const policy = policies[0] && valueOf(policies[0], 'content');

  it('carries a policy before all that it loads', () => {
    expect(policies).toHaveLength(1);
    const place = elements.indexOf(policies[0]!);
    expect(elements.slice(0, place).map(({ tagName }) => tagName)).not.toContain('script');
    expect(policy).toMatch(/^default-src 'self';script-src 'self' 'wasm-unsafe-eval'/);
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
    expect(/script-src ([^;]*)/.exec(policy!)?.[1]).not.toContain("'unsafe-inline'");
  });

  it('has no script but those of its policy, which the headers allow too', () => {
    for (const element of elements) {
      expect(element.attrs.filter(({ name }) => /^on|^javascript:/.test(name))).toEqual([]);
      const type = valueOf(element, 'type') ?? 'module';
      const isInline = element.tagName === 'script' && valueOf(element, 'src') === undefined;
      if (!isInline || type !== 'module') continue;
      const [text] = element.childNodes as Tree.TextNode[];
      const hash = createHash('sha256').update(text!.value).digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
      expect(header).toContain(`'sha256-${hash}'`);
    }
  });
});

it('Apache is told the same as other hosts', () => {
  expect(readText('.htaccess')).toContain(`"${header}"`);
});
