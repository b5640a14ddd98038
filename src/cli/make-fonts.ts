/**
 * Makes the text face small: `npm run fonts` subsets Source Serif 4 to the characters and weights
 * the course uses and writes the style sheet with fallbacks of the same metrics. The results are
 * committed; run it again only to change characters, weights or version.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createFontStack } from '@capsizecss/core';
import georgia from '@capsizecss/metrics/georgia';
import georgiaBold from '@capsizecss/metrics/georgia/700';
import georgiaItalic from '@capsizecss/metrics/georgia/italic';
import sourceSerif4 from '@capsizecss/metrics/sourceSerif4';
import sourceSerif4Bold from '@capsizecss/metrics/sourceSerif4/600';
import sourceSerif4Italic from '@capsizecss/metrics/sourceSerif4/italic';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
import timesNewRomanBold from '@capsizecss/metrics/timesNewRoman/700';
import timesNewRomanItalic from '@capsizecss/metrics/timesNewRoman/italic';
import subsetFont from 'subset-font';

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => i + 0x20));
const punctuation = '\u00a0–—‘’“”…';
const accented = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒ';
const symbols = '£¥¢€©«»·°±×÷•→−≤≥≈§¶½¼¾';

const faces = [
  {
    style: 'normal',
    weight: '400 600',
    characters: ascii + punctuation + accented + symbols,
    axes: { wght: { min: 400, max: 600 } },
  },
  {
    style: 'italic',
    weight: '400',
    characters: ascii + punctuation + 'éèáàâãçíóôöüúñê',
    axes: { wght: 400 },
  },
] as const;

const folder = 'src/styles/fonts';
const rules: string[] = [];
for (const { style, weight, characters, axes } of faces) {
  const original = `node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-${style}.woff2`;
  const file = `source-serif-4-${style}.woff2`;
  const subset = await subsetFont(readFileSync(original), characters, {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
  writeFileSync(`${folder}/${file}`, subset);
  console.log(`${folder}/${file}: ${subset.length} bytes`);
  rules.push(
    `@font-face {\n  font-family: 'Source Serif 4';\n  font-style: ${style};\n  font-weight: ${weight};\n  font-display: swap;\n  src: url('./fonts/${file}') format('woff2');\n}\n`,
  );
}

// Text set in a fallback takes the same room, so nothing moves when the face arrives.
const stacks = [
  [sourceSerif4, georgia, timesNewRoman, { fontWeight: 400 }],
  [sourceSerif4Bold, georgiaBold, timesNewRomanBold, { fontWeight: 600 }],
  [sourceSerif4Italic, georgiaItalic, timesNewRomanItalic, { fontStyle: 'italic' }],
] as const;
const fallbacks = stacks.map(([face, first, second, fontFaceProperties]) => {
  const family = { ...face, familyName: 'Source Serif 4' };
  const options = { fontFaceFormat: 'styleString', fontFaceProperties } as const;
  const { fontFaces } = createFontStack(
    [family, { ...first, familyName: 'Georgia' }, { ...second, familyName: 'Times New Roman' }],
    options,
  );
  // Liberation Serif, which many Linux systems have, was drawn to the metrics of Times New Roman.
  return fontFaces.replace(/local\('TimesNewRoman\w*(-\w+)?MT'\)/, (local) => {
    const name = second.fullName.replace('Times New Roman', 'Liberation Serif');
    return `${local}, local('${name}')`;
  });
});
writeFileSync(
  'src/styles/fonts.css',
  `/* Written by \`npm run fonts\`. */\n\n${rules.join('\n')}\n${fallbacks.join('\n')}\n`,
);
