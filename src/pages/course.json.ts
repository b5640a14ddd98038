import type { APIRoute } from 'astro';
import { course } from '../data/course.ts';
import { href } from '../data/href.ts';
import { getDownloads } from '../load/downloads.ts';
import { toManifest } from '../lib/course/manifest.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(toManifest(course, href, await getDownloads()), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
