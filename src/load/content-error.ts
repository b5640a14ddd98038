import { formatFindings } from '../lib/content/finding.ts';
import type { Finding } from '../lib/content/finding.ts';

/** What is wrong with the content, as one error. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`${findings.length} findings in content/\n\n${formatFindings(findings)}\n`);
    this.name = 'ContentError';
    this.findings = findings;
  }
}
