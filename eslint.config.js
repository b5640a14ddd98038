import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const below = ['schemas', 'lib', 'slotlark', 'labs', 'data', 'elements'];

/** What each folder may import beside itself. Overrides stand beside pages; nobody reads the CLI. */
const allowed = {
  schemas: [],
  lib: ['schemas'],
  // The practice database knows nothing of the course.
  slotlark: ['schemas'],
  labs: ['schemas', 'lib', 'slotlark'],
  // It proves the exercises with the labs' own engines.
  data: ['schemas', 'lib', 'slotlark', 'labs'],
  // Elements run in the browser: the course reaches them as markup, never as modules of src/data.
  elements: ['schemas', 'lib', 'slotlark', 'labs'],
  components: below,
  overrides: [...below, 'components'],
  pages: [...below, 'components'],
  // They make other forms of the finished site; nobody reads them.
  exports: ['schemas', 'lib'],
};
const folders = [...Object.keys(allowed), 'cli'];

const oneWay = Object.entries(allowed).map(([folder, mine]) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: folders
              .filter((other) => other !== folder && !mine.includes(other))
              .flatMap((other) => [`**/${other}/**`, `@/${other}/**`, `@/${other}`]),
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
