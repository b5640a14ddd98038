import type { ActivityFile } from '../../../schemas/activity.ts';
import { unreadIn } from '../../content/content.ts';
import type { Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import { listIds } from '../../content/finding.ts';
import type { Finding } from '../../content/finding.ts';
import { enough } from '../evidence.ts';

/** Every item can be answered, stands where it belongs, and every finished objective has enough. */
export function checkPractice(content: Content): Finding[] {
  return [
    ...content.activities.flatMap(checkAnswer),
    ...checkPlaces(content),
    ...checkSupply(content),
  ];
}

function checkAnswer(activity: Entry<ActivityFile>): Finding[] {
  const { file, data } = activity;
  if (data.type === 'choice') {
    const right = data.options.filter((option) => option.correct).length;
    if (right === 1) return [];
    return [
      {
        file,
        line: activity.lineOf('options'),
        problem: `The item has ${right} right options.`,
        remedy: 'Mark exactly one option with "correct: true".',
      },
    ];
  }
  if (data.type === 'match') {
    const targets = data.targets.map(({ id }) => id);
    const unknown = (id: string, ...path: (string | number)[]): Finding[] =>
      targets.includes(id)
        ? []
        : [
            {
              file,
              line: activity.lineOf(...path),
              problem: `There is no target "${id}" in this item.`,
              remedy: `Use one of ${listIds(targets)}.`,
            },
          ];
    return data.entries.flatMap((entry, index) => [
      ...unknown(entry.target, 'entries', index, 'target'),
      ...Object.keys(entry.instead).flatMap((id) => unknown(id, 'entries', index, 'instead', id)),
    ]);
  }
  return [];
}

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
    if (activity.data.role === 'assessment') {
      if (!use) return [];
      const remedy = 'Set "role: practice", or take it out of the chapter.';
      return [{ ...place, problem: 'An assessment item stands in a chapter.', remedy }];
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
