import { toScriptJson } from '../../lib/text/escape.ts';
import { rewriteLink } from '../site/addresses.ts';
import type { Writer } from '../site/addresses.ts';
import { editHtml, remove, setAttribute, toRecord } from '../site/html.ts';
import type { Visit } from '../site/html.ts';
import { rewriteForScripts, rewriteJson } from './script-addresses.ts';

/** Attributes whose value is an address. */
const links = ['href', 'src', 'poster', 'action'];

/**
 * Rewrites the addresses of a page or fragment, and what differs in a copy: what is only for the
 * site goes, what is only for copies comes, links into the world open outside.
 *
 * @param visit - looks at every element first.
 */
export function rewriteHtml(html: string, writer: Writer, visit: Visit): string {
  return editHtml(html, (element, text) => {
    if (visit(element, text)) return true;
    const { startTag, endTag } = element.sourceCodeLocation ?? {};
    if (!startTag) return false;
    const attributes = toRecord(element);
    if ('data-on-site' in attributes) {
      remove(element, text);
      return true;
    }
    if ('data-in-copy' in attributes && endTag) {
      text.remove(startTag.startOffset, startTag.endOffset);
      text.remove(endTag.startOffset, endTag.endOffset);
      return false;
    }
    if (attributes.type === 'application/json' && endTag) {
      const json = html.slice(startTag.endOffset, endTag.startOffset);
      text.update(startTag.endOffset, endTag.startOffset, rewriteScript(json, writer, visit));
      return true;
    }
    for (const [name, value] of Object.entries(attributes)) {
      const changed = rewriteAttribute(name, value, writer, visit);
      if (changed !== undefined) setAttribute(element, name, changed, text);
    }
    const leadsOut = element.tagName === 'a' && /^https?:/.test(attributes.href ?? '');
    if (leadsOut && !('target' in attributes)) {
      text.appendRight(startTag.endOffset - 1, ' target="_blank"');
    }
    return false;
  });
}

function rewriteAttribute(name: string, value: string, writer: Writer, visit: Visit) {
  if (links.includes(name)) return rewriteLink(value, writer);
  if (!name.startsWith('data-')) return undefined;
  if (/^[[{]/.test(value) && isJson(value)) return rewriteScript(value, writer, visit);
  // A folder may be a page as well; what its address is for, its name says.
  return rewriteForScripts(value, writer, name.endsWith('folder'));
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
