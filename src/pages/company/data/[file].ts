import type { APIRoute } from 'astro';
import { databaseFiles, readDatabaseFile } from '../../../load/downloads.ts';

/** The files of the practice database. */
export const getStaticPaths = () => databaseFiles.map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await readDatabaseFile(params.file as (typeof databaseFiles)[number]));
