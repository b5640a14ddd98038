import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon } from '../../lib/build/app-icon.ts';

/** Size, and whether the sign stands on a full square. */
const icons: Record<string, [size: number, isFull: boolean]> = {
  '192': [192, false],
  '512': [512, false],
  maskable: [512, true],
  'apple-touch': [180, true],
};

export const getStaticPaths = (() =>
  Object.keys(icons).map((icon) => ({ params: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { icon: string }> = async ({
  params: { icon },
}) => {
  const png = await drawIcon(readFileSync('public/favicon.svg'), ...icons[icon]!);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
