import { parseContent } from '../content/content.ts';
import type { Content } from '../content/content.ts';
import type { ContentFile } from '../content/entry.ts';
import type { Finding } from '../content/finding.ts';
import { checkDiagrams } from './rules/diagrams.ts';
import { checkDocuments } from './rules/documents.ts';
import { checkIdentity } from './rules/identity.ts';
import { checkLinks } from './rules/links.ts';
import { checkOrder } from './rules/order.ts';
import { checkPractice } from './rules/practice.ts';
import { checkReferences } from './rules/references.ts';
import { checkSourcing } from './rules/sourcing.ts';
import { checkUnfinished } from './rules/unfinished.ts';
import { checkWording } from './rules/wording.ts';

const rules = [
  checkIdentity,
  checkReferences,
  checkLinks,
  checkOrder,
  checkWording,
  checkPractice,
  checkSourcing,
  checkDiagrams,
  checkDocuments,
];

/** Parses content and holds every integrity rule against it. All findings come at once. */
export function checkContent(files: readonly ContentFile[]): {
  content?: Content;
  findings: Finding[];
} {
  const { content, findings } = parseContent(files);
  if (!content) return { findings };
  const broken = rules.flatMap((rule) => rule(content));
  return { content, findings: [...findings, ...checkUnfinished(files), ...broken] };
}
