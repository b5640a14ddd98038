import type { ActivityFile } from '../../../schemas/activity.ts';
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

function checkPlaces({ activities, chapters }: Content): Finding[] {
  const uses = chapters.flatMap(({ body }) =>
    (body?.uses ?? []).filter(({ name }) => name === 'Activity'),
  );
  const written = new Set(chapters.filter(({ body }) => body).map(({ id }) => id));
  return activities.flatMap((activity): Finding[] => {
    const times = uses.filter(({ id }) => id === activity.id).length;
    const chapter = activity.file.split('/').at(-2) ?? '';
    const place = { file: activity.file, line: activity.lineOf('role') };
    if (activity.data.role === 'assessment') {
      if (times === 0) return [];
      const remedy = 'Set "role: practice", or take it out of the chapter.';
      return [{ ...place, problem: 'An assessment item stands in a chapter.', remedy }];
    }
    if (times === 1 || !written.has(chapter)) return [];
    return [
      {
        ...place,
        problem: `The practice item stands in ${times === 0 ? 'no chapter' : 'more than one place'}.`,
        remedy: `Place <Activity id="${activity.id}" /> in one chapter, once.`,
      },
    ];
  });
}

function checkSupply({ objectives, chapters, activities }: Content): Finding[] {
  return objectives.flatMap((objective) => {
    const homes = chapters.filter(({ data }) => data.objectives.includes(objective.id));
    if (homes.length === 0) {
      return [
        {
          file: objective.file,
          line: 1,
          problem: `No chapter, written or planned, teaches ${objective.data.code}.`,
          remedy: `List "${objective.id}" under "objectives" of a chapter.`,
        },
      ];
    }
    if (!homes.every(({ body }) => body)) return [];
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
