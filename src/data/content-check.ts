import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/check/check.ts';
import { formatFindings } from '../lib/content/finding.ts';
import { runExercises, toFindings } from '../load/exercises.ts';
import { readContent } from '../load/read-content.ts';

/** What the content check found, and what it looked at. */
export interface ContentReport {
  findings: number;
  /** The findings as text. */
  report: string;
  files: number;
  /** Exercises whose solutions and mistakes were run. */
  exercises: number;
}

/**
 * Checks all of `content/`, and runs its exercises.
 *
 * @param only - looks at files alone whose path holds this text.
 */
export async function checkEverything(root: string, only = ''): Promise<ContentReport> {
  const files = readContent(root);
  const { content, findings } = checkContent(files);
  const activities = content?.activities.filter(({ file }) => file.includes(only)) ?? [];
  const exercises = content ? await runExercises({ ...content, activities }, root) : {};
  const all = [...findings, ...toFindings(activities, exercises)].filter(({ file }) =>
    file.includes(only),
  );
  return {
    findings: all.length,
    report: formatFindings(all),
    files: files.length,
    exercises: Object.keys(exercises).length,
  };
}

/** Stops a build, and warns during development, when the content does not hold together. */
export function contentCheck(): AstroIntegration {
  const toProblem = async () => {
    const { findings, report } = await checkEverything(process.cwd());
    return findings > 0 ? `${findings} findings in content/\n\n${report}\n` : undefined;
  };
  return {
    name: 'content-check',
    hooks: {
      'astro:build:start': async () => {
        const problem = await toProblem();
        if (problem) throw new Error(problem);
      },
      'astro:server:setup': async ({ logger }) => {
        const problem = await toProblem();
        if (problem) logger.warn(problem);
      },
    },
  };
}
