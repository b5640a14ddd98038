/** Never kept: what only other sites ask for, large downloads, and what nothing here uses. */
const leftOut = [
  /^og\//,
  /^sitemap/,
  /^(sw\.js|_headers|\.htaccess)$/,
  /^offline\/.*\.zip$/,
  /^company\/data\/slotlark/,
  /^pagefind\/(pagefind-(ui|component-ui|modular-ui|highlight)|wasm\.unknown)/,
];

/** The engines of the labs and the practice database, kept only for those who use them. */
const lab = [
  /^_astro\/(pglite|initdb|worker)[.-]/,
  /^labs\//,
  /^company\/data\/(.*\.bin|schema\.sql)$/,
];

/**
 * Which part of an installed copy a file of the site belongs to, if any.
 *
 * @param path - from the site's root.
 */
export function partOf(path: string): 'pages' | 'labs' | undefined {
  const isOne = (pattern: RegExp) => pattern.test(path);
  if (leftOut.some(isOne)) return undefined;
  return lab.some(isOne) ? 'labs' : 'pages';
}
