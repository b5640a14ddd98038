/** One command of the suite, which passes, breaks or is skipped as a whole. */
export interface Stage {
  name: string;
  command: string;
  /** Variables of its environment, beside those that every stage has. */
  env?: Record<string, string>;
  /** Stages that have to pass first; without them this one is skipped. */
  needs?: string[];
  /** Stages that have to end first, whatever comes of them: both write the same files. */
  after?: string[];
  /** Whether nothing may run beside it; such a stage prints while it runs. */
  isAlone?: boolean;
  /** The report in JSON that the command writes, if it counts tests itself. */
  report?: 'vitest' | 'playwright';
}

/** What a command exits with where this machine lacks what it needs. */
export const skipCode = 77;

const vitest = (...arguments_: string[]) =>
  `vitest run --config tests/vitest.config.ts --reporter=default --reporter=json ${arguments_.join(' ')}`;

/** What needs neither a build nor a browser. */
export const fast: Stage[] = [
  { name: 'Types', command: 'astro check --minimumSeverity warning' },
  {
    name: 'Unit, content and database tests',
    command: vitest(
      '--project unit',
      '--project elements',
      '--project content',
      '--project slotlark',
    ),
    report: 'vitest',
  },
  // Checked by types, which the first stage makes for the content.
  {
    name: 'Lint',
    command: 'eslint . --max-warnings 0 && npm run --silent lint:css',
    after: ['Types'],
  },
  { name: 'Unused code', command: 'knip', after: ['Types'] },
  { name: 'Format', command: 'prettier --check --log-level warn .' },
];

const fixture = { COURSE_ROOT: 'tests/fixtures/course', OUT_DIR: './dist-fixture' };
const base = { ...fixture, BASE_PATH: '/course/', OUT_DIR: './dist-base' };
const build = 'Build';
const small = 'Build of the small course';
const under = 'Build of the small course under /course/';
const unit = 'Unit, content and database tests';

/** What looks at the built site, as files and in browsers. How the site behaves is tested on a small course. */
export const slow: Stage[] = [
  // Those prove the exercises, and keep what came of it. Builds share a store of Astro's.
  { name: build, command: 'astro build', after: ['Types', unit] },
  { name: small, command: 'astro build', env: fixture, after: [build] },
  { name: under, command: 'astro build', env: base, after: [small] },
  { name: 'Site checks', command: vitest('--project site'), report: 'vitest', needs: [build] },
  {
    name: 'Addresses under /course/',
    command: vitest('--project site', 'links', 'manifest'),
    env: base,
    report: 'vitest',
    needs: [under],
  },
  { name: 'Browsers', command: 'node src/cli/browser.ts' },
  {
    name: 'Offline copy, over file://',
    command: vitest('--project offline'),
    report: 'vitest',
    needs: [build, small, 'Browsers'],
    isAlone: true,
  },
  {
    name: 'End-to-end tests',
    command: 'playwright test --config tests/playwright.config.ts',
    report: 'playwright',
    needs: [build, small, under, 'Browsers'],
    isAlone: true,
  },
];
