import { atRule } from 'postcss';
import type { Plugin } from 'postcss';

/** What wins over what: later layers over earlier ones, and print.css, which has none, over all. */
export const order = '@layer starlight,tokens,base,prose,components;';

/** Whose sheets go into which layer. Those of `src/styles` are put into theirs by index.css. */
const layers = [
  [/\/src\/(components|elements|overrides|pages)\//, 'components'],
  // Starlight layers its own sheets, all but that of the frame of its pages.
  [/\/@astrojs\/starlight\/.*\/Page\.astro/, 'starlight'],
] as const;

/**
 * Puts the styles of components into the layer `components`, so that the order of layers decides
 * what wins, not the order in which a bundler has met the files.
 */
export const layered: Plugin = {
  postcssPlugin: 'layered',
  Once(root) {
    const params = layers.find(([sheets]) => sheets.test(root.source?.input.file ?? ''))?.[1];
    const [first] = root.nodes;
    // Astro hands the styles of a component over twice.
    const isDone = first?.type === 'atrule' && first.params === params;
    if (params && !isDone) root.nodes = [atRule({ name: 'layer', params, nodes: root.nodes })];
  },
};
