export default {
  extends: 'stylelint-config-standard',
  rules: {
    // As most of CSS is written, and as older browsers read it.
    'media-feature-range-notation': 'prefix',
    'import-notation': 'string',
    'alpha-value-notation': 'number',
    // Names of fonts have capitals.
    'value-keyword-case': ['lower', { ignoreKeywords: [/^[A-Z]/] }],
    // It compares selectors that never meet in one element.
    'no-descending-specificity': null,
    // Where a line is left out groups what belongs together.
    'custom-property-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'rule-empty-line-before': null,
    'declaration-empty-line-before': null,
  },
  overrides: [
    {
      files: '**/*.astro',
      customSyntax: 'postcss-html',
      rules: { 'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }] },
    },
  ],
};
