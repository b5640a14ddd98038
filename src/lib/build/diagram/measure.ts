import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import type { Font } from 'fontkit';

const require = createRequire(import.meta.url);

/**
 * Diagrams are set in the reader's system sans. DejaVu Sans is wider than the sans of any common
 * system, so a box that fits it fits the others.
 */
const load = (file: string) => openSync(require.resolve(`dejavu-fonts-ttf/ttf/${file}`)) as Font;
let regular: Font | undefined;
let bold: Font | undefined;

export interface TextStyle {
  /** Font size in pixels. */
  size: number;
  bold?: boolean;
}

/** Width of a line of text in pixels, at most. */
export function measureText(text: string, { size, bold: isBold = false }: TextStyle): number {
  const font = isBold
    ? (bold ??= load('DejaVuSans-Bold.ttf'))
    : (regular ??= load('DejaVuSans.ttf'));
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}

/**
 * Breaks text into lines no wider than `width` pixels, where its words allow it; the name of a
 * table also after an underscore.
 */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ |(?<=_)/)) {
    const line = lines.at(-1) ?? '';
    const longer = line && !line.endsWith('_') ? `${line} ${word}` : line + word;
    if (lines.length > 0 && measureText(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
