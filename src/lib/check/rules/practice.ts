import { unreadIn } from '../../content/content.ts';
import type { Content } from '../../content/content.ts';
import type { Finding } from '../../content/finding.ts';
import { enough } from '../../course/evidence.ts';
import { checkAnswer } from './answers.ts';

/** Every item can be answered, stands where it belongs, and every finished objective has enough. */
export function checkPractice(content: Content): Finding[] {
  return [
    ...content.activities.flatMap(checkAnswer),
    ...checkPlaces(content),
    ...checkSupply(content),
  ];
}

const purposes = { assessment: 'assessment', diagnostic: 'the diagnostic' };

function checkPlaces({ activities, chapters, unread }: Content): Finding[] {
  const uses = chapters.flatMap(({ id: chapter, file, body }) =>
    (body?.uses ?? []).flatMap((use) => (use.name === 'Activity' ? { ...use, chapter, file } : [])),
  );
  const folderOf = ({ file }: { file: string }) => file.split('/').at(-2) ?? '';
  const foldersOf = (id: string) => activities.filter((other) => other.id === id).map(folderOf);
  const written = chapters.filter(({ body, file }) => body && !unread.has(file));
  return activities.flatMap((activity): Finding[] => {
    const [use, ...others] = uses.filter(({ id }) => id === activity.id);
    const chapter = folderOf(activity);
    const place = { file: activity.file, line: activity.lineOf('role') };
    const { role, type } = activity.data;
    if (role === 'diagnostic' && (type !== 'choice' || chapter !== 'diagnostic')) {
      const problem = 'The diagnostic has choices only, in content/activities/diagnostic/.';
      return [{ ...place, problem, remedy: 'Make it one and move it, or give it another role.' }];
    }
    if (role !== 'practice') {
      if (!use) return [];
      const remedy = 'Set "role: practice", or take it out of the chapter.';
      return [{ ...place, problem: `An item for ${purposes[role]} stands in a chapter.`, remedy }];
    }
    if (use && others.length === 0) {
      if (foldersOf(activity.id).includes(use.chapter)) return [];
      const problem = `The practice item "${activity.id}" belongs to the chapter "${chapter}".`;
      const remedy = `Place it there, or move its file to content/activities/${use.chapter}/.`;
      return [{ file: use.file, line: use.line, problem, remedy }];
    }
    if (!use && !written.some(({ id }) => id === chapter)) return [];
    return [
      {
        ...place,
        problem: `The practice item stands in ${use ? 'more than one place' : 'no chapter'}.`,
        remedy: `Place <Activity id="${activity.id}" /> in one chapter, once.`,
      },
    ];
  });
}

function checkSupply(content: Content): Finding[] {
  const { objectives, chapters, activities } = content;
  const isPartial = (folder: string) => unreadIn(content, folder).length > 0;
  return objectives.flatMap((objective) => {
    const homes = chapters.filter(({ data }) => data.objectives.includes(objective.id));
    if (homes.length === 0) {
      if (isPartial('chapters/')) return [];
      return [
        {
          file: objective.file,
          line: 1,
          problem: `No chapter, written or planned, teaches ${objective.data.code}.`,
          remedy: `List "${objective.id}" under "objectives" of a chapter.`,
        },
      ];
    }
    if (!homes.every(({ body }) => body) || isPartial('activities/')) return [];
    return (['practice', 'assessment'] as const).flatMap((role): Finding[] => {
      const items = activities.filter(
        ({ data }) =>
          data.role === role &&
          data.bloom === objective.data.level &&
          data.objectives.includes(objective.id),
      );
      const pools = new Set(items.map(({ data }) => data.pool)).size;
      if (items.length >= enough.items && pools >= enough.pools) return [];
      return [
        {
          file: objective.file,
          line: 1,
          problem: `${objective.data.code} has ${items.length} ${role} items at its level in ${pools} pools.`,
          remedy: `Write at least ${enough.items} in at least ${enough.pools} pools.`,
        },
      ];
    });
  });
}
