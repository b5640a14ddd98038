import type MagicString from 'magic-string';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { BuiltSite } from '../site/built-site.ts';
import { toRecord } from '../site/html.ts';

/** A copy of the course: with everything, or small for those who only read. */
export interface Edition {
  id: 'full' | 'without-labs';
  hasLabs: boolean;
}

export const editions = {
  full: { id: 'full', hasLabs: true },
  withoutLabs: { id: 'without-labs', hasLabs: false },
} as const satisfies Record<string, Edition>;

/** The file in which an edition is offered. */
export const toFileName = (site: BuiltSite, { id }: Edition): string =>
  `${site.manifest.course.id}${id === 'full' ? '' : `-${id}`}.zip`;

/** Names of the elements in a page that need an engine, as the attribute `data-engine` says. */
export const findEngineElements = (html: string): string[] =>
  [...html.matchAll(/<([a-z]+-[a-z-]+)\b[^>]*\sdata-engine\b/g)].map(([, name = '']) => name);

/**
 * The downloads of the database that a copy has no room for. The small copy takes none of them, the
 * full one takes the one that a spreadsheet opens.
 */
export function isLeftOut(site: BuiltSite, { hasLabs }: Edition, path: string): boolean {
  const isDownload = site.manifest.downloads.some(({ url }) => site.find(url)?.path === path);
  return isDownload && !(hasLabs && path.endsWith('-csv.zip'));
}

/** Says instead of a link that its file is not here. */
export function unlink({ sourceCodeLocation }: Tree.Element, text: MagicString): void {
  const { startTag, endTag } = sourceCodeLocation ?? {};
  if (!startTag || !endTag) return;
  text.update(startTag.startOffset, startTag.endOffset, '<span>');
  text.update(endTag.startOffset, endTag.endOffset, '</span> (not in this copy)');
}

/**
 * Where labs are left out, makes an exercise in code one to read: an element that no script knows,
 * so that it stays as it is without a script, with a note and the way to the answer.
 */
export function readOnly(
  element: Tree.Element,
  text: MagicString,
  toLink: (address: string) => string | undefined,
): void {
  const { tagName, sourceCodeLocation } = element;
  const { startTag, endTag } = sourceCodeLocation ?? {};
  if (!needsEngine(element) || !startTag || !endTag) return;
  const nameAt = startTag.startOffset + 1;
  text.update(nameAt, nameAt + tagName.length, `${tagName}-to-read`);
  text.update(
    endTag.startOffset + 2,
    endTag.startOffset + 2 + tagName.length,
    `${tagName}-to-read`,
  );
  // Their files are left out, so nothing may ask for them.
  element.attrs = element.attrs.filter(({ name }) => !name.endsWith('folder'));
  // An exercise holds a lab: one note is enough for both.
  if (!isWithinEngine(element)) {
    const answers = findAnswers(element);
    const link = answers && toLink(answers);
    const way = link
      ? ` <a href="${link}#${toRecord(element).id ?? ''}">The answer, and why</a>`
      : '';
    text.appendRight(
      endTag.startOffset,
      `<p class="copy-note">This copy is for reading: it runs no code.${way}</p>`,
    );
  }
}

const needsEngine = (element: Tree.Element) => 'data-engine' in toRecord(element);

function isWithinEngine({ parentNode }: Tree.Element): boolean {
  if (!parentNode || !('tagName' in parentNode)) return false;
  return needsEngine(parentNode) || isWithinEngine(parentNode);
}

function findAnswers(node: Tree.Node): string | undefined {
  if ('tagName' in node && 'data-answers' in toRecord(node)) return toRecord(node)['data-answers'];
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findAnswers(child);
    if (found) return found;
  }
  return undefined;
}
