/** One thing wrong in the content: where it is, what it is, and what to do about it. */
export interface Finding {
  /** Path from the project's root. */
  file: string;
  /** First line is 1. */
  line: number;
  problem: string;
  remedy: string;
}

/** Formats findings for a terminal, sorted by file and line, a blank line between two. */
export function formatFindings(findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, problem, remedy }) => `${file}:${line}\n  ${problem}\n  → ${remedy}`)
    .join('\n\n');
}
