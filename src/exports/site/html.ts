import MagicString from 'magic-string';
import { parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escape } from '../../lib/text/escape.ts';

const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };

/** Does with an element what its kind asks for; true where nothing is left to do within it. */
export type Visit = (element: Tree.Element, text: MagicString) => boolean;

/**
 * Changes the elements of a page or fragment in place; everything between stays as it is.
 *
 * @param visit - called for every element, before those within it. What it takes out or replaces as
 *   a whole must not be changed again, so it returns true then.
 */
export function editHtml(html: string, visit: Visit): string {
  const text = new MagicString(html);
  const isPage = html.startsWith('<!DOCTYPE');
  walk(isPage ? parse(html, options) : parseFragment(html, options), (element) =>
    visit(element, text),
  );
  return text.toString();
}

function walk(node: Tree.Node, visit: (element: Tree.Element) => boolean): void {
  if ('tagName' in node && visit(node)) return;
  const parent = 'content' in node ? node.content : node;
  if ('childNodes' in parent) for (const child of parent.childNodes) walk(child, visit);
}

/** The attributes of an element, by name. */
export const toRecord = ({ attrs }: Tree.Element): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** The text directly in an element. */
export const textOf = (element: Tree.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Takes an element out of the text. */
export function remove({ sourceCodeLocation }: Tree.Element, text: MagicString): void {
  if (sourceCodeLocation) text.remove(sourceCodeLocation.startOffset, sourceCodeLocation.endOffset);
}

/** Gives an attribute that stands in the text another value. */
export function setAttribute(
  element: Tree.Element,
  name: string,
  value: string,
  text: MagicString,
): void {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (place) text.update(place.startOffset, place.endOffset, `${name}="${escape(value)}"`);
}
