import { describe, expect, it } from 'vitest';
import { toPassages, toSections } from '../../src/lib/company/passages.ts';

const body = `Before all sections.

## First

One paragraph
over two lines.

> **Ana Lima, 2026-01-14:** Is that so?
>
> A second thought.
>
> **Dev Anand, 2026-01-15:** It is.

### A subheading

- one item
  with a second line
- another

![](diagram:double-booking)

## Second

| a | b |
|---|---|
| 1 | 2 |

1. first
2. second

![](chart:inc-31-cache)

\`\`\`sql
select 1
\`\`\`
`;

const sections = toSections(body);
const passages = toPassages(sections);

describe('toSections', () => {
  it('numbers sections from the first heading on', () => {
    expect(sections.map(({ number, title }) => [number, title])).toEqual([
      [0, ''],
      [1, 'First'],
      [2, 'Second'],
    ]);
  });

  it('numbers every block, each list item by itself, remarks and subheadings not', () => {
    expect(passages.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '0.1 paragraph',
      '1.1 paragraph',
      '1.2 item',
      '1.3 item',
      '1.4 diagram',
      '2.1 table',
      '2.2 item',
      '2.3 item',
      '2.4 chart',
      '2.5 code',
    ]);
  });

  it('gives each its line', () => {
    const lines = body.split('\n');
    for (const { text, kind, line } of passages) {
      const [start = ''] =
        kind === 'diagram' || kind === 'chart' ? [`:${text})`] : text.split('\n');
      expect(lines[line - 1]).toContain(start);
    }
  });

  it('takes a drawing by its id', () => {
    expect(passages.find(({ kind }) => kind === 'diagram')?.text).toBe('double-booking');
  });

  it('hangs remarks on the passage before them', () => {
    expect(passages.find(({ number }) => number === '1.1')?.remarks).toEqual([
      { who: 'Ana Lima', date: '2026-01-14', text: 'Is that so?\n\nA second thought.' },
      { who: 'Dev Anand', date: '2026-01-15', text: 'It is.' },
    ]);
  });

  it('keeps the items of one list together, and says which lists are numbered', () => {
    const lists = passages.flatMap(({ list }) => list ?? []);
    expect(lists).toEqual([
      { index: 0, ordered: false },
      { index: 0, ordered: false },
      { index: 1, ordered: true },
      { index: 1, ordered: true },
    ]);
  });

  it('has no section 0 where nothing stands before the first heading', () => {
    expect(toSections('## Only\n\nText.').map(({ number }) => number)).toEqual([1]);
  });
});
