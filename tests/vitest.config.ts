import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
  test: {
    name,
    root: new URL('..', import.meta.url).pathname,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One browser at a time: two would slow each other down until something runs out of time.
    ...(['offline', 'nightly'].includes(name) && {
      testTimeout: 300_000,
      hookTimeout: 300_000,
      fileParallelism: false,
    }),
  },
});

export default defineConfig({
  test: {
    projects: ['unit', 'content', 'slotlark', 'site', 'offline', 'nightly'].map(project),
    ...(process.env.VITEST_JSON && { outputFile: { json: process.env.VITEST_JSON } }),
  },
});
