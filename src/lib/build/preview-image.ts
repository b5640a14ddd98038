import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const fonts = new Map<number, Font>();

/** A page's title, and the words above it. */
export interface PreviewText {
  eyebrow: string;
  title: string;
}

const ink = {
  paper: '#fbf9f3',
  text: '#1c2026',
  accent: '#1d4f8f',
  quiet: '#545a63',
  rule: '#d9d2c2',
};

/**
 * Draws a page's link preview, 1200 × 630, as PNG. Letters are drawn as outlines of the course's
 * own face, so the picture does not depend on the fonts of the machine that builds it.
 */
export async function drawPreview({ eyebrow, title }: PreviewText): Promise<Buffer> {
  const lines = wrap(title, 1000, 84);
  const top = 330 - lines.length * 46;
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">',
    `<rect width="1200" height="630" fill="${ink.paper}"/>`,
    `<path d="M84 0V630M1116 0V630M0 90H1200M0 540H1200" stroke="${ink.rule}" stroke-width="1.5"/>`,
    set(eyebrow, 100, 66, 30, 400, ink.accent),
    ...lines.map((line, index) => set(line, 100, top + index * 96, 84, 600, ink.text)),
    set('From PM to Technical PM', 100, 592, 30, 600, ink.quiet),
    '</svg>',
  ].join('');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 4, adaptiveFiltering: false }).toBuffer();
}

function fontOf(weight: number): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const file = `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff`;
  const font = openSync(require.resolve(file)) as Font;
  fonts.set(weight, font);
  return font;
}

/** A line of text as outlines, its baseline's start at x and y. */
function set(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  fill: string,
): string {
  const font = fontOf(weight);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = 0;
  const outlines = glyphs.map((glyph, index) => {
    const { xAdvance, xOffset } = positions[index]!;
    const outline = `<path transform="translate(${pen + xOffset} 0)" d="${glyph.path.toSVG()}"/>`;
    pen += xAdvance;
    return outline;
  });
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${outlines.join('')}</g>`;
}

function wrap(text: string, width: number, size: number): string[] {
  const font = fontOf(600);
  const widthOf = (line: string) => (font.layout(line).advanceWidth / font.unitsPerEm) * size;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
