import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { layOut } from '../../src/lib/build/diagram/layout.ts';
import { measureText } from '../../src/lib/build/diagram/measure.ts';
import { draw } from '../../src/lib/drawing/diagram/draw.ts';
import type { Box, Layout, Room } from '../../src/lib/drawing/diagram/geometry.ts';
import { toModel } from '../../src/lib/drawing/diagram/model.ts';
import type { DiagramModel } from '../../src/lib/drawing/diagram/model.ts';
import { diagramSchema } from '../../src/schemas/diagram.ts';

type Named = readonly [id: string, model: DiagramModel];

/** The diagrams of a folder that holds a `content/`, by id. */
export const readDiagrams = (root: string): Named[] =>
  globSync(`${root}/content/diagrams/*.yaml`)
    .sort()
    .map((path) => [
      basename(path, '.yaml'),
      toModel(diagramSchema.parse(parse(readFileSync(path, 'utf8')))),
    ]);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const pairs = <Item>(items: Item[]) =>
  items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));

/** What holds for every layout, in both rooms. */
export function describeLayouts(models: readonly Named[]): void {
  const cases = models.flatMap(([name, model]) =>
    (['wide', 'narrow'] as const).map((room): [string, DiagramModel, Room] => [
      `${name}, ${room}`,
      model,
      room,
    ]),
  );

  describe.each(cases)('%s', (_, diagram, room) => {
    const laidOut: Promise<Layout> = layOut(diagram, room);

    it('has no oblique segment', async () => {
      for (const { points } of (await laidOut).edges) {
        expect(points.length).toBeGreaterThan(1);
        points.slice(1).forEach((point, index) => {
          const before = points[index]!;
          expect(point.x === before.x || point.y === before.y).toBe(true);
        });
      }
    });

    it('has no box on another, and no label on a box or a label', async () => {
      const { nodes, edges } = await laidOut;
      const labels = edges.map(({ label }) => label);
      for (const [one, other] of pairs<Box>([...nodes, ...labels])) {
        expect(overlap(one, other)).toBe(false);
      }
    });

    it('holds every word inside its box', async () => {
      for (const { labelLines, technologyLines, width } of (await laidOut).nodes) {
        for (const line of labelLines)
          expect(measureText(line, { size: 14, bold: true })).toBeLessThan(width);
        for (const line of technologyLines)
          expect(measureText(line, { size: 12 })).toBeLessThan(width);
      }
    });

    it('keeps everything inside the picture', async () => {
      const { width, height, nodes, boundaries } = await laidOut;
      for (const box of [...nodes, ...boundaries]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    });

    it('comes out the same every time', async () => {
      const options = { room, prefix: 'x', termHref: (id: string) => `/${id}/` };
      const again = draw(diagram, await layOut(diagram, room), options);
      expect(draw(diagram, await laidOut, options)).toBe(again);
    });
  });
}
