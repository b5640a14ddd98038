import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/course/check.ts';
import { formatFindings } from '../lib/content/finding.ts';
import { readContent } from './read-content.ts';

/** Stops a build, and warns during development, when the content does not hold together. */
export function contentCheck(): AstroIntegration {
  const report = () => {
    const { findings } = checkContent(readContent(process.cwd()));
    if (findings.length === 0) return undefined;
    return `${findings.length} findings in content/\n\n${formatFindings(findings)}\n`;
  };
  return {
    name: 'content-check',
    hooks: {
      'astro:build:start': () => {
        const problem = report();
        if (problem) throw new Error(problem);
      },
      'astro:server:setup': ({ logger }) => {
        const problem = report();
        if (problem) logger.warn(problem);
      },
    },
  };
}
