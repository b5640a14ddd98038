import type { APIRoute, GetStaticPaths } from 'astro';
import { course, getExercise } from '../../../../data/course.ts';

/** The files that scripts read, and those of the hidden run. */
export const getStaticPaths = (() =>
  course.activities.flatMap(({ id, type, chapter }) => {
    if (type !== 'python') return [];
    const { practice, hidden } = getExercise(id).files;
    const toPaths = (folder: string, files: Record<string, string>) =>
      Object.entries(files).map(([name, text]) => ({
        params: { chapter, file: `${folder}${name}` },
        props: { text },
      }));
    return [...toPaths(`${id}/`, practice), ...toPaths(`${id}/hidden/`, hidden)];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
