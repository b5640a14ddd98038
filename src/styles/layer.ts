import { atRule } from 'postcss';
import type { Plugin } from 'postcss';

/** What wins over what: later layers over earlier ones, and print.css, which has none, over all. */
const order = 'starlight, tokens, base, prose, components';

/** Whose styles are those of components: theirs, of elements, and of single pages. */
const folders = /\/src\/(components|elements|overrides|pages)\//;

/**
 * Puts the styles of components into the layer `components`, so that the order of layers decides
 * what wins, not the order in which a bundler has met the files. Every sheet names the order, since
 * a browser goes by the first one that it meets.
 */
export const layers: Plugin = {
  postcssPlugin: 'layers',
  Once(root) {
    const file = root.source?.input.file ?? '';
    const [first] = root.nodes;
    // Astro hands the styles of a component over twice.
    const isDone = first?.type === 'atrule' && first.params === order;
    if (isDone || !/\/src\//.test(file)) return;
    if (folders.test(file)) {
      const layer = atRule({ name: 'layer', params: 'components' });
      layer.append([...root.nodes]);
      root.append(layer);
    }
    root.prepend(atRule({ name: 'layer', params: order }));
  },
};
