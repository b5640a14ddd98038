import { describe, expect, it } from 'vitest';
import { describe as tell } from '../../src/lib/drawing/diagram/describe.ts';
import { draw } from '../../src/lib/drawing/diagram/draw.ts';
import { layOut } from '../../src/lib/build/diagram/layout.ts';
import { toModel } from '../../src/lib/drawing/diagram/model.ts';
import type { DiagramModel } from '../../src/lib/drawing/diagram/model.ts';
import { wrapText } from '../../src/lib/build/diagram/measure.ts';
import { diagramSchema } from '../../src/schemas/diagram.ts';
import { describeLayouts, readDiagrams } from '../content/layout.ts';

/** A model with what makes layouts hard: nested frames, edges across them, many siblings, a cycle. */
const nested = toModel(
  diagramSchema.parse({
    form: 'architecture',
    title: 'Nested',
    caption: 'Frames in frames.',
    boundaries: [
      { id: 'outer', label: 'A company' },
      { id: 'inner', label: 'One region', parent: 'outer' },
    ],
    nodes: [
      { id: 'a', kind: 'person', label: 'A reader', description: 'Reads.' },
      { id: 'b', kind: 'service', label: 'Gate', description: 'Lets in.', parent: 'outer' },
      ...['c', 'd', 'e', 'f'].map((id) => ({
        id,
        kind: 'data',
        label: `Store ${id}`,
        technology: 'A database with a long name',
        description: 'Keeps.',
        parent: 'inner',
      })),
    ],
    edges: [
      { id: 'ab', from: 'a', to: 'b', kind: 'sync', label: 'asks' },
      ...['c', 'd', 'e', 'f'].map((to) => ({
        id: `b${to}`,
        from: 'b',
        to,
        kind: 'async',
        label: 'writes a lot',
      })),
      { id: 'fc', from: 'f', to: 'c', kind: 'data', label: 'copies' },
      { id: 'cb', from: 'c', to: 'b', kind: 'sync', label: 'tells' },
    ],
  }),
);

describeLayouts([['nested', nested], ...readDiagrams('tests/fixtures/course')]);

describe('draw', () => {
  it('escapes words and links terms', async () => {
    const diagram: DiagramModel = {
      ...nested,
      title: 'A < B & "C"',
      nodes: nested.nodes.map((node) => (node.id === 'a' ? { ...node, term: 'client' } : node)),
    };
    const svg = draw(diagram, await layOut(diagram, 'wide'), {
      room: 'wide',
      prefix: 'x',
      termHref: (id) => `/glossary/${id}/`,
    });
    expect(svg).toContain('A &lt; B &amp; &quot;C&quot;');
    expect(svg).toContain('<a href="/glossary/client/" data-term="client">');
  });
});

describe('describe', () => {
  it('names every part and every link', () => {
    const { parts, links } = tell(nested);
    expect(parts.find(({ label }) => label === 'Store c')?.text).toBe(
      'A database with a long name. Keeps. Inside One region.',
    );
    expect(links).toContain('A reader → Gate: asks, and waits for the answer.');
    expect(links).toHaveLength(nested.edges.length);
  });
});

describe('wrapText', () => {
  it('breaks between words, and keeps a word that is too long whole', () => {
    const lines = wrapText('An extraordinarily long word', 60, { size: 12 });
    expect(lines.join(' ')).toBe('An extraordinarily long word');
    expect(lines).toContain('extraordinarily');
  });
});
