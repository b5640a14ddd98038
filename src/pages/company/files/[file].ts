import type { APIRoute } from 'astro';
import { course, getFile } from '../../../data/course.ts';

/** The files that documents show, to take away. */
export const getStaticPaths = () =>
  course.documents.flatMap((document) =>
    'file' in document ? [{ params: { file: document.file } }] : [],
  );

export const GET: APIRoute = ({ params }) => new Response(getFile(params.file ?? ''));
