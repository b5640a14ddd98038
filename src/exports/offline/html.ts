import { escape, toScriptJson } from '../../lib/text/escape.ts';
import { parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { rewriteForScripts, rewriteJson, rewriteLink } from './addresses.ts';
import type { Writer } from './addresses.ts';
import { Splices } from '../site/splices.ts';

const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
/** Attributes whose value is an address. */
const links = ['href', 'src', 'poster', 'action'];

/** Does with an element what its kind asks for; true where nothing is left to do with it. */
export type Visit = (element: Tree.Element, splices: Splices) => boolean;

/**
 * Rewrites the addresses of a page or fragment, and what differs in a copy: what is only for the
 * site goes, what is only for copies comes, links into the world open outside.
 *
 * @param visit - looks at every element first.
 */
export function rewriteHtml(html: string, writer: Writer, visit: Visit): string {
  const splices = new Splices(html);
  const isPage = html.startsWith('<!DOCTYPE');
  walk(isPage ? parse(html, options) : parseFragment(html, options), (element) => {
    if (visit(element, splices)) return false;
    const { startTag, endTag, startOffset, endOffset } = element.sourceCodeLocation ?? {};
    if (startOffset === undefined || endOffset === undefined) return true;
    const attributes = toRecord(element);
    if ('data-on-site' in attributes) {
      splices.replace(startOffset, endOffset, '');
      return false;
    }
    if ('data-in-copy' in attributes && startTag && endTag) {
      splices.replace(startTag.startOffset, startTag.endOffset, '');
      splices.replace(endTag.startOffset, endTag.endOffset, '');
      return true;
    }
    if (attributes.type === 'application/json' && startTag && endTag) {
      const json = html.slice(startTag.endOffset, endTag.startOffset);
      splices.replace(startTag.endOffset, endTag.startOffset, rewriteScript(json, writer, visit));
      return false;
    }
    for (const [name, value] of Object.entries(attributes)) {
      const changed = rewriteAttribute(name, value, writer, visit);
      if (changed !== undefined) setAttribute(element, name, changed, splices);
    }
    if (element.tagName === 'a' && /^https?:/.test(attributes.href ?? '')) {
      if (!('target' in attributes) && startTag) {
        splices.insert(startTag.endOffset - 1, ' target="_blank"');
      }
    }
    return true;
  });
  return splices.apply();
}

/** The attributes of an element, by name. */
export const toRecord = ({ attrs }: Tree.Element): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** Takes an element out of the text. */
export function remove({ sourceCodeLocation }: Tree.Element, splices: Splices): void {
  if (sourceCodeLocation) {
    splices.replace(sourceCodeLocation.startOffset, sourceCodeLocation.endOffset, '');
  }
}

function walk(node: Tree.Node, enter: (element: Tree.Element) => boolean): void {
  if ('tagName' in node && !enter(node)) return;
  const children = 'content' in node ? node.content.childNodes : undefined;
  for (const child of children ?? ('childNodes' in node ? node.childNodes : [])) walk(child, enter);
}

function rewriteAttribute(name: string, value: string, writer: Writer, visit: Visit) {
  if (links.includes(name)) return rewriteLink(value, writer);
  if (!name.startsWith('data-')) return undefined;
  if (/^[[{]/.test(value) && isJson(value)) return rewriteScript(value, writer, visit);
  // A folder may be a page as well; what its address is for, its name says.
  return rewriteForScripts(value, writer, name.endsWith('folder'));
}

function setAttribute(element: Tree.Element, name: string, value: string, splices: Splices): void {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (place) splices.replace(place.startOffset, place.endOffset, `${name}="${escape(value)}"`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Rewrites the addresses in JSON, and those in the HTML that it holds. */
function rewriteScript(json: string, writer: Writer, visit: Visit): string {
  const data = rewriteJson(JSON.parse(json), (text) => {
    if (text.includes('<') && text.includes('="')) return rewriteHtml(text, writer, visit);
    return rewriteForScripts(text, writer) ?? text;
  });
  return toScriptJson(data);
}
