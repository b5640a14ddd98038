import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

type Options = NonNullable<TestProjectInlineConfiguration['test']>;

/** No limit in seconds ends a test but that of a runner which hangs; a busy machine is slow. */
const patient = 600_000;

/** Two browsers would slow each other down. */
const oneBrowser: Options = { isolate: true, fileParallelism: false };

const elements = 'tests/unit/elements/**/*.test.ts';

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
      project('unit', { exclude: [elements] }),
      // Its files share a window too, which the functions' tests need not have.
      project('elements', {
        include: [elements],
        environment: 'happy-dom',
        environmentOptions: {
          happyDOM: {
            settings: {
              navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true },
            },
          },
        },
      }),
      project('content', { globalSetup: 'tests/prepare.ts' }),
      project('slotlark'),
      project('site'),
      project('offline', oneBrowser),
      project('nightly', oneBrowser),
    ],
    ...(process.env.VITEST_JSON && { outputFile: { json: process.env.VITEST_JSON } }),
  },
});
