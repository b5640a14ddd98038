/** What stands for what: quotes as typographers set them, and spaces that do not break or show. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟″]/g, '"'],
  [/[‘’‚‛′]/g, "'"],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/**
 * Puts plain characters in place of those that a phone or a word processor has set, and that no
 * language of the course knows: curly quotes, no-break spaces, spaces without width.
 */
export const mendCharacters = (text: string): string =>
  plain.reduce((mended, [pattern, character]) => mended.replace(pattern, character), text);
