import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { parseMdx } from '../../src/lib/content/parse-mdx.ts';
import { parseYaml } from '../../src/lib/content/parse-yaml.ts';

const file = (text: string) => ({ path: 'content/x', text });

describe('parseYaml', () => {
  const schema = z.strictObject({ name: z.string(), list: z.array(z.number()) });

  it('knows the line of every value', () => {
    const { data, lineOf } = parseYaml(file('name: a\nlist:\n  - 1\n  - 2\n'), schema);
    expect(data).toEqual({ name: 'a', list: [1, 2] });
    expect(lineOf('list', 1)).toBe(4);
    expect(lineOf('list', 9)).toBe(3);
    expect(lineOf('missing')).toBe(1);
  });

  it('says where a field is wrong, counted from the file’s first line', () => {
    const { findings } = parseYaml(file('name: a\nlist:\n  - 1\n  - two\n'), schema, 2);
    expect(findings).toMatchObject([{ line: 5, problem: expect.stringContaining('"list.1"') }]);
  });

  it('knows the line of every link, also where lines are folded', () => {
    const text = 'name: >-\n  [a](x)\n  and\n  [b](x)\nlist: []\n';
    expect(parseYaml(file(text), schema).addresses).toEqual([
      { kind: 'link', url: 'x', line: 2 },
      { kind: 'link', url: 'x', line: 4 },
    ]);
  });

  it('reports an alias of nothing instead of throwing', () => {
    const { findings } = parseYaml(file('list: []\nname: *important*\n'), schema);
    expect(findings).toMatchObject([
      { line: 2, problem: expect.stringMatching(/^The YAML cannot be read: Unresolved alias/) },
    ]);
  });

  it('reports syntax errors instead of throwing', () => {
    const { data, findings } = parseYaml(file('name: "a\nlist: ['), schema);
    expect(data).toBeUndefined();
    expect(findings[0]?.problem).toMatch(/^The YAML cannot be read/);
  });
});

describe('parseMdx', () => {
  const source = [
    '---',
    'title: T',
    '---',
    "import { Term } from '@/components';",
    '',
    'Five words of <Term id="cache">prose</Term> here.',
    '',
    '<Case title="x">',
    '',
    'Inside, a [link](/x) and `code`.',
    '',
    '</Case>',
    '',
    '```python',
    '# one.py',
    'print(1)',
    '```',
    '',
    '![alt](https://example.org/a.png)',
  ].join('\n');

  it('finds components, text, code, links and images with their lines', () => {
    const parsed = parseMdx(file(source));
    expect(parsed.findings).toEqual([]);
    expect(parsed.frontmatter).toBe('title: T');
    expect(parsed.uses).toMatchObject([
      { name: 'Term', id: 'cache', line: 6 },
      { name: 'Case', id: '', line: 8 },
    ]);
    expect(parsed.runs.find(({ text }) => text === 'prose')).toMatchObject({ insideTerm: 'cache' });
    expect(parsed.fences).toEqual([{ language: 'python', code: '# one.py\nprint(1)', line: 14 }]);
    expect(parsed.addresses).toEqual([
      { kind: 'link', url: '/x', line: 10 },
      { kind: 'image', url: 'https://example.org/a.png', line: 19 },
    ]);
    expect(parsed.words).toBe(9);
  });

  it('finds what tags and code may load', () => {
    const { addresses } = parseMdx(
      file("import a from 'b';\nimport c from '//d';\n\n<e src={'/f'} />"),
    );
    expect(addresses).toEqual([
      { kind: 'code', url: '//d', line: 2 },
      { kind: 'tag', url: '/f', line: 4 },
    ]);
  });

  it('reports an open tag instead of throwing', () => {
    const { findings } = parseMdx(file('Text\n\n<Case title="x">\n\nmore'));
    expect(findings).toMatchObject([{ remedy: expect.stringContaining('Close the tag') }]);
  });
});
