/** A script from memory. The policy of a page allows those, and no `eval`. */
export const toScript = (code: string): string =>
  URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

/** Code by which a worker takes a function that it has as text. */
export const toTake = (source: string): string => `courseCopyTake(${source})`;
