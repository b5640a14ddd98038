import type { APIRoute } from 'astro';
import { getCourse, href } from '../data/course.ts';
import { getDownloads } from '../load/downloads.ts';
import { toManifest } from '../lib/course/manifest.ts';

export const GET: APIRoute = async () =>
  new Response(
    `${JSON.stringify(toManifest(getCourse(), href, await getDownloads()), null, 2)}\n`,
    {
      headers: { 'content-type': 'application/json' },
    },
  );
