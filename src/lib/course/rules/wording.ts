import type { Content } from '../../content/content.ts';
import { countWords } from '../../content/parse-mdx.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';
import type { TermFile } from '../../../schemas/term.ts';

const limits = { entry: [70, 110], definition: 25 } as const;
const remedy = 'Copy the wording from content/course-description.md, letter by letter.';

/** What the course description says is repeated verbatim; glossary entries keep their length. */
export function checkWording(content: Content): Finding[] {
  return [
    ...checkObjectives(content),
    ...checkCourse(content),
    ...content.terms.flatMap((term) => [
      ...checkCourseDefinition(term, content.description),
      ...checkLength(term),
    ]),
  ];
}

function checkObjectives({ objectives, description }: Content): Finding[] {
  const wordings = listUnder(description, 'Learning Objectives');
  const stray = objectives
    .filter(({ data }) => !wordings.includes(data.wording))
    .map((objective) => ({
      file: objective.file,
      line: objective.lineOf('wording'),
      problem: `The wording of ${objective.data.code} differs from the course description.`,
      remedy,
    }));
  const missing = wordings
    .filter((wording) => !objectives.some(({ data }) => data.wording === wording))
    .map((wording) => ({
      file: 'content/course-description.md',
      line: lineOf(description, wording),
      problem: `No file in content/objectives/ holds the objective "${wording}".`,
      remedy: 'Add the objective, or correct the wording of the one that should match.',
    }));
  return [...stray, ...missing];
}

function checkCourse({ course, description }: Content): Finding[] {
  const { title, audience, topics, topicsNotCovered, prerequisites, outcomes } = course.data;
  const claims: [string, string | number, ...(string | number)[]][] = [
    [title, 'title'],
    [audience, 'audience'],
    ...topics.map((topic, i): [string, string, number] => [`- ${topic.wording}`, 'topics', i]),
    ...topicsNotCovered.map((t, i): [string, string, number] => [`- ${t}`, 'topicsNotCovered', i]),
    ...prerequisites.map((t, i): [string, string, number] => [`- ${t}`, 'prerequisites', i]),
    ...outcomes.map(({ claim, rest }, i): [string, string, number] => [
      `- **${claim}** ${rest}`,
      'outcomes',
      i,
    ]),
  ];
  const lines = description.split('\n');
  return claims
    .filter(([wording]) => !lines.includes(wording))
    .map(([, ...path]) => ({
      file: course.file,
      line: course.lineOf(...path),
      problem: `"${path.join('.')}" differs from the course description.`,
      remedy,
    }));
}

function checkCourseDefinition(term: Entry<TermFile>, description: string): Finding[] {
  const { courseDefinition } = term.data;
  if (!courseDefinition || description.includes(`:** ${courseDefinition}\n`)) return [];
  const line = term.lineOf('courseDefinition');
  const problem = '"courseDefinition" differs from the course description.';
  return [{ file: term.file, line, problem, remedy }];
}

function checkLength(term: Entry<TermFile>): Finding[] {
  const { definition, why, example, contrast, ask } = term.data;
  const words = countWords([definition, why, example, contrast, ask].join(' '));
  const [least, most] = limits.entry;
  const findings: Finding[] = [];
  if (words < least || words > most) {
    findings.push({
      file: term.file,
      line: 1,
      problem: `The entry has ${words} words.`,
      remedy: `Keep definition, why, example, contrast and ask between ${least} and ${most} words together.`,
    });
  }
  if (countWords(definition) > limits.definition) {
    findings.push({
      file: term.file,
      line: term.lineOf('definition'),
      problem: `The definition has ${countWords(definition)} words.`,
      remedy: `Say it in at most ${limits.definition}.`,
    });
  }
  return findings;
}

/** The list items under a second-level heading of the description. */
function listUnder(description: string, heading: string): string[] {
  const section = description.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^- (.+)$/gm)].map(([, item]) => item ?? '');
}

const lineOf = (text: string, needle: string) =>
  text.slice(0, text.indexOf(needle)).split('\n').length;
