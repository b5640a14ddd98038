import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const below = ['schemas', 'lib', 'slotlark', 'labs', 'load', 'data', 'elements'];

/** What each folder of `src/` may import beside itself. Overrides stand beside pages. */
const floors = {
  schemas: [],
  lib: ['schemas'],
  // The practice database knows nothing of the course.
  slotlark: ['schemas'],
  labs: ['schemas', 'lib', 'slotlark'],
  // It proves the exercises with the labs' own engines.
  load: ['schemas', 'lib', 'slotlark', 'labs'],
  data: ['schemas', 'lib', 'slotlark', 'labs', 'load'],
  // Elements run in the browser: the course reaches them as markup, never as modules of src/data.
  elements: ['schemas', 'lib', 'slotlark', 'labs'],
  components: below,
  overrides: [...below, 'components'],
  pages: [...below, 'components'],
  // They work from the course and from what the build has written, and nothing reads them.
  exports: ['schemas', 'lib', 'load'],
};

/** The rooms of `src/lib/`, lowest first: each may import those before it. */
const rooms = [
  ...['text', 'drawing', 'lab', 'grading', 'company', 'content', 'course', 'check'],
  ...['progress', 'search', 'offline', 'build'],
];

const message = 'Imports go one way; see "Architecture" in README.md.';

const upstairs = (name, names, mine) =>
  names
    .filter((other) => other !== name && !mine.includes(other))
    .flatMap((other) => [`**/${other}/**`, `@/${other}/**`, `@/${other}`]);

const onlyDataAsks = {
  group: ['astro:content'],
  message: 'Only src/data asks for collections.',
};

const onlyInNode = { group: ['**/lib/build/**'], message: 'What is in lib/build runs in Node.' };

const oneWay = [
  ...Object.entries(floors).map(([floor, mine]) => ({
    files: [`src/${floor}/**/*.{ts,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: upstairs(floor, [...Object.keys(floors), 'cli'], mine), message },
            ...(floor === 'data' ? [] : [onlyDataAsks]),
            ...(['elements', 'labs'].includes(floor) ? [onlyInNode] : []),
          ],
        },
      ],
    },
  })),
  ...rooms.map((room, floor) => ({
    files: [`src/lib/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...upstairs('lib', [...Object.keys(floors), 'cli'], floors.lib),
                ...rooms.slice(floor + 1).map((other) => `../**/${other}/**`),
              ],
              message,
            },
            onlyDataAsks,
          ],
        },
      ],
    },
  })),
];

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
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // PostgreSQL's errors are handed on as they are.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    // Tests evaluate what the build has written, and read fields of what has no type.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  ...oneWay,
);
