import type { DiagramFile } from '../../schemas/diagram.ts';
import type { DocumentFile } from '../../schemas/document.ts';
import { stripMarkdown } from '../text/markdown.ts';
import { toOperations, toSchemas, toWebhooks } from './open-api.ts';
import { toPassages, toSections } from './passages.ts';

/** What a place of a document can be looked up in. */
export interface PlaceContext {
  /** The Markdown under the frontmatter, for prose. */
  body?: string | undefined;
  /** The text of the file that the document shows, if it shows one. */
  file?: string | undefined;
  diagrams: readonly { id: string; data: DiagramFile }[];
}

/**
 * The words that stand at each place of a document which can be linked: passages of prose by
 * number, items by id, parts of an API by anchor, lines of a data file as `row-12`, and messages
 * of a diagram as `diagram:slot-locking/check`.
 */
export function toPlaces(document: DocumentFile, context: PlaceContext): Map<string, string> {
  const places = new Map<string, string>();
  const add = (place: string, value: unknown) => places.set(place, plain(stringsIn(value)));
  switch (document.kind) {
    case 'rfc':
    case 'adr':
    case 'postmortem':
    case 'memo':
      for (const { number, kind, text, remarks } of toPassages(toSections(context.body ?? ''))) {
        add(number, [text, ...remarks.map((remark) => remark.text)]);
        const drawn = context.diagrams.find(({ id }) => kind === 'diagram' && id === text)?.data;
        if (drawn?.form === 'sequence') {
          drawn.messages.forEach((message) => add(`diagram:${text}/${message.id}`, message));
        }
      }
      return places;
    case 'api':
      for (const operation of toOperations(context.file ?? '')) {
        const { parameters, responses, ...own } = operation;
        add(operation.anchor, { ...own, parameters });
        responses.forEach((response) => add(response.anchor, response));
        parameters.forEach((parameter) => add(parameter.anchor, parameter));
      }
      toSchemas(context.file ?? '').forEach((schema) => add(schema.anchor, schema));
      toWebhooks(context.file ?? '').forEach((webhook) => add(webhook.anchor, webhook));
      return places;
    case 'data-file':
      // No Markdown: a line is compared as it is.
      (context.file ?? '').split(/\r?\n/).forEach((line, i) => places.set(`row-${i + 1}`, line));
      return places;
    case 'vendor-sheet':
      for (const field of ['prices', 'limits', 'service', 'residency', 'exit'] as const) {
        document[field].forEach((item) => add(item.id, item));
      }
      return places;
    case 'job-ad':
      document.lines.forEach((item) => add(item.id, item));
      return places;
    case 'ai-answers':
      // The key is no part of the text.
      document.items.forEach((item) => add(item.id, { ...item, truth: undefined }));
      return places;
    default:
      document.items.forEach((item) => add(item.id, item));
      return places;
  }
}

/** Text without Markdown's marks, white space collapsed: how quotes are compared. */
export function plain(text: string): string {
  return stripMarkdown(text.replaceAll('|', ' '));
}

function stringsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object')
    return Object.values(value ?? {})
      .map(stringsIn)
      .join(' ');
  return value === undefined ? '' : JSON.stringify(value);
}
