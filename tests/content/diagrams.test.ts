import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/lib/build/diagram/layout.ts';
import { describeLayouts, readDiagrams } from './layout.ts';

const diagrams = readDiagrams('.');

describeLayouts(diagrams);

describe.each(diagrams)('%s', (_, model) => {
  // Type of 14 and 12 px stays above 12 and 10 px where a drawing is a little too wide.
  it('fits a phone of 375 px with its words hardly smaller', async () => {
    expect((await layOut(model, 'narrow')).width).toBeLessThanOrEqual(390);
  });

  it('fits the column of text', async () => {
    expect((await layOut(model, 'wide')).width).toBeLessThanOrEqual(720);
  });
});

it('chapter 2’s diagram fits a phone without shrinking its words', async () => {
  const [, booking] = diagrams.find(([id]) => id === 'one-booking')!;
  expect((await layOut(booking, 'narrow')).width).toBeLessThanOrEqual(335);
  expect((await layOut(booking, 'wide')).width).toBeLessThanOrEqual(656);
});
