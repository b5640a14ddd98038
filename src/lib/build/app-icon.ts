import sharp from 'sharp';

const paper = '#fbf9f3';

/**
 * Draws the site's sign as an app icon, as PNG.
 *
 * @param svg - the sign.
 * @param size - of the square, in pixels.
 * @param isFull - fills the square, for systems that cut their own shape out of it: the outer tenth
 * of each side may go.
 */
export function drawIcon(svg: Buffer, size: number, isFull: boolean): Promise<Buffer> {
  const inner = isFull ? Math.round(size * 0.8) : size;
  const edge = (size - inner) / 2;
  const [before, after] = [Math.floor(edge), Math.ceil(edge)];
  return sharp(svg, { density: 72 * Math.ceil(inner / 32) })
    .resize(inner, inner)
    .extend({ top: before, left: before, bottom: after, right: after, background: paper })
    .flatten(isFull && { background: paper })
    .png()
    .toBuffer();
}
