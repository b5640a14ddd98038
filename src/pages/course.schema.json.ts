import type { APIRoute } from 'astro';
import { z } from 'astro/zod';
import { manifestSchema } from '../schemas/manifest.ts';

export const GET: APIRoute = () => {
  const schema = z.toJSONSchema(manifestSchema, { io: 'output' });
  return new Response(`${JSON.stringify({ title: 'Course manifest', ...schema }, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
