import type { Content } from '../../content/content.ts';
import type { Finding } from '../../content/finding.ts';

/** Tags that load something from elsewhere, or run it. */
const loading = ['img', 'script', 'iframe', 'video', 'audio', 'link', 'object', 'embed'];

/** Every listed source is cited; nothing is loaded from another site; finished chapters are whole. */
export function checkSourcing(content: Content): Finding[] {
  return [...checkCited(content), ...checkLoading(content), ...checkWhole(content)];
}

function checkCited({ sources, chapters, terms, diagrams }: Content): Finding[] {
  const uses = chapters.flatMap(({ body }) => body?.uses ?? []);
  const cited = new Set([
    ...uses.filter(({ name }) => name === 'Cite').map(({ id }) => id),
    ...terms.flatMap(({ data }) => data.sources),
  ]);
  const drawn = new Set(uses.filter(({ name }) => name === 'Diagram').map(({ id }) => id));
  return [
    ...sources
      .filter(({ id }) => !cited.has(id))
      .map(({ id, file, lineOf }) => ({
        file,
        line: lineOf(),
        problem: `The source "${id}" is never cited.`,
        remedy: `Cite it with <Cite id="${id}" />, or remove it.`,
      })),
    ...diagrams
      .filter(({ id }) => !drawn.has(id))
      .map(({ id, file }) => ({
        file,
        line: 1,
        problem: `The diagram "${id}" is never shown.`,
        remedy: `Show it with <Diagram id="${id}" />, or remove it.`,
      })),
  ];
}

function checkLoading({ chapters }: Content): Finding[] {
  return chapters.flatMap(({ file, body }) => {
    if (!body) return [];
    const isExternal = (url: string) => /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url);
    const places = [
      ...body.images.filter(({ url }) => isExternal(url)),
      ...body.uses
        .filter(({ name, src }) => loading.includes(name) && (name === 'script' || isExternal(src)))
        .map(({ src, name, line }) => ({ url: src || `<${name}>`, line })),
    ];
    return places.map(({ url, line }) => ({
      file,
      line,
      problem: `The chapter loads "${url}" from outside the site.`,
      remedy: 'Nothing may: draw a diagram, or put the file into public/ and link to that.',
    }));
  });
}

function checkWhole({ chapters }: Content): Finding[] {
  return chapters
    .filter(({ body, data }) => body && !data.lede)
    .map(({ file }) => ({
      file,
      line: 1,
      problem: 'A written chapter has no "lede".',
      remedy: 'Add the sentence that stands under the title.',
    }));
}
