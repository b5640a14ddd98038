import type { APIRoute } from 'astro';
import { pages, previewPath } from '../../data/pages.ts';
import type { Page } from '../../lib/course/pages.ts';
import { drawPreview } from '../../lib/build/preview-image.ts';

export const getStaticPaths = () =>
  pages.map((page) => ({
    params: { page: previewPath(page).replace(/^og\/|\.png$/g, '') },
    props: { page },
  }));

export const GET: APIRoute<{ page: Page }> = async ({ props }) =>
  new Response(new Uint8Array(await drawPreview(props.page)), {
    headers: { 'content-type': 'image/png' },
  });
