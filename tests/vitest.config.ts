import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

type Options = NonNullable<TestProjectInlineConfiguration['test']>;

/** No limit in seconds ends a test but that of a runner which hangs; a busy machine is slow. */
const patient = 600_000;

const project = (name: string, options: Options = {}) => ({
  test: {
    name,
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: patient,
    hookTimeout: patient,
    // Files share modules: reading them anew takes longer than most tests.
    isolate: false,
    ...options,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('content', { globalSetup: 'tests/prepare.ts' }),
      project('slotlark'),
      project('site'),
      // One browser at a time: two would slow each other down until something runs out of time.
      project('offline', { testTimeout: 180_000, isolate: true, fileParallelism: false }),
    ],
    ...(process.env.VITEST_JSON && { outputFile: { json: process.env.VITEST_JSON } }),
  },
});
