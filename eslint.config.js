import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What each folder, from the bottom up, may not import. Overrides stand beside pages; nobody reads the CLI. */
const forbidden = {
  schemas: [
    'lib',
    'slotlark',
    'labs',
    'data',
    'elements',
    'components',
    'overrides',
    'pages',
    'exports',
    'cli',
  ],
  lib: [
    'slotlark',
    'labs',
    'data',
    'elements',
    'components',
    'overrides',
    'pages',
    'exports',
    'cli',
  ],
  // The practice database knows nothing of the course.
  slotlark: [
    'lib',
    'labs',
    'data',
    'elements',
    'components',
    'overrides',
    'pages',
    'exports',
    'cli',
  ],
  labs: ['data', 'elements', 'components', 'overrides', 'pages', 'exports', 'cli'],
  data: ['labs', 'elements', 'components', 'overrides', 'pages', 'exports', 'cli'],
  // Elements run in the browser: the course reaches them as markup, never as modules of src/data.
  elements: ['data', 'components', 'overrides', 'pages', 'exports', 'cli'],
  components: ['overrides', 'pages', 'exports', 'cli'],
  overrides: ['pages', 'exports', 'cli'],
  pages: ['overrides', 'exports', 'cli'],
};

const oneWay = Object.entries(forbidden).map(([folder, others]) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: others.flatMap((other) => [`**/${other}/**`, `@/${other}/**`, `@/${other}`]),
            message: 'Imports go one way; see "Architecture" in README.md.',
          },
          ...(folder === 'data'
            ? []
            : [{ group: ['astro:content'], message: 'Only src/data asks for collections.' }]),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '.bench/',
      'dist*/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['methods'] }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
    },
  },
  { files: ['**/*.astro'], rules: { 'max-lines': 'off' } },
  ...oneWay,
);
