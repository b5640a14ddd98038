import { unreadIn } from '../../content/content.ts';
import type { Content } from '../../content/content.ts';
import { countWords } from '../../text/words.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';
import type { TermFile } from '../../../schemas/term.ts';

const limits = { entry: [70, 110], definition: 25 } as const;
const descriptionFile = 'content/course-description.md';
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

function checkObjectives(content: Content): Finding[] {
  const { objectives, description } = content;
  const listed = itemsUnder(description, 'Learning Objectives');
  const stray = objectives
    .filter(({ data }) => !listed.some(({ wording }) => wording === data.wording))
    .map((objective) => ({
      file: objective.file,
      line: objective.lineOf('wording'),
      problem: `The wording of ${objective.data.code} differs from the course description.`,
      remedy,
    }));
  if (unreadIn(content, 'objectives/').length > 0) return stray;
  const missing = listed
    .filter(({ wording }) => !objectives.some(({ data }) => data.wording === wording))
    .map(({ wording, line }) => ({
      file: descriptionFile,
      line,
      problem: `No file in content/objectives/ holds the objective "${wording}".`,
      remedy: 'Add the objective, or correct the wording of the one that should match.',
    }));
  return [...stray, ...missing];
}

function checkCourse({ course, description }: Content): Finding[] {
  const { data, file } = course;
  const differ = (...path: (string | number)[]) => ({
    file,
    line: course.lineOf(...path),
    problem: `"${path.join('.')}" differs from the course description.`,
    remedy,
  });
  const lists: [field: string, heading: string, wordings: string[]][] = [
    ['topics', 'Main Topics Covered', data.topics.map(({ wording }) => wording)],
    ['topicsNotCovered', 'Topics Not Covered', data.topicsNotCovered],
    ['prerequisites', 'Prerequisites', data.prerequisites],
    ['outcomes', 'Course Outcomes', data.outcomes.map(({ claim, rest }) => `**${claim}** ${rest}`)],
  ];
  const lines = description.split('\n');
  return [
    ...(['title', 'audience'] as const)
      .filter((field) => !lines.includes(data[field]))
      .map((field) => differ(field)),
    ...lists.flatMap(([field, heading, wordings]) => {
      const listed = itemsUnder(description, heading);
      return [
        ...wordings.flatMap((mine, index) =>
          listed.some(({ wording }) => wording === mine) ? [] : [differ(field, index)],
        ),
        ...listed
          .filter(({ wording }) => !wordings.includes(wording))
          .map(({ wording, line }) => ({
            file: descriptionFile,
            line,
            problem: `"${field}" in ${file} lacks "${wording}".`,
            remedy: 'Add it, or correct the wording of the one that should match.',
          })),
      ];
    }),
  ];
}

function checkCourseDefinition(term: Entry<TermFile>, description: string): Finding[] {
  const { courseDefinition } = term.data;
  if (!courseDefinition) return [];
  const place = { file: term.file, line: term.lineOf('courseDefinition') };
  const names = [...description.matchAll(/^\*\*(.+?):\*\* (.+)$/gm)].flatMap(
    ([, name, definition]) => (name && definition === courseDefinition ? name : []),
  );
  if (names.length === 0) {
    const problem = '"courseDefinition" differs from the course description.';
    return [{ ...place, problem, remedy }];
  }
  // The name may explain itself, as in "API (Application Programming Interface)".
  const isName = (name: string) =>
    name.replace(/\s*\(.*\)/, '').toLowerCase() === term.data.term.toLowerCase();
  if (names.some(isName)) return [];
  const problem = `"courseDefinition" is that of "${names[0]}", not of "${term.data.term}".`;
  return [{ ...place, problem, remedy: 'Move it to the entry of the term that it defines.' }];
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
function itemsUnder(description: string, heading: string): { wording: string; line: number }[] {
  let current = '';
  return description.split('\n').flatMap((text, index) => {
    if (text.startsWith('## ')) current = text.slice(3);
    if (current !== heading || !text.startsWith('- ')) return [];
    return [{ wording: text.slice(2), line: index + 1 }];
  });
}
