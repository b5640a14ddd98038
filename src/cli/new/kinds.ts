import type { Kind } from '../../lib/grading/kinds.ts';

/** A text that only a person can write; the content check finds each. */
export const todo = (task: string): string => `TODO: ${task}`;

const why = todo('say why');
const toOption = (id: string, correct?: true) => ({
  id,
  text: todo('an option'),
  ...(correct && { correct }),
  why,
});
const options = [toOption('a', true), toOption('b'), toOption('c')];
const toText = (id: string) => ({ id, text: todo('write it') });
const toPoint = (id: string) => ({ id, text: todo('write it'), why });

const toExemplar = (level: string) => ({ level, text: todo('an answer'), has: ['a'], why });
const work = {
  title: todo('name the piece'),
  work: { a: todo('the first field'), b: todo('the second field') },
  expert: { a: { score: 1, why }, b: { score: 1, why } },
};
/** Code that runs and depends on the data, so that the check asks for nothing but what it is about. */
const toCode = (right: string, wrong: string) => ({
  solution: `${right} ${todo('write the solution')}`,
  mistakes: [{ id: 'a', code: `${wrong} ${todo('a wrong solution that people write')}`, why }],
});

/** What a new item of each kind has beside the frame. */
export const templates: Record<Kind, object> = {
  artifact: {
    fields: ['a', 'b'].map((id) => ({ id, label: todo('name the field'), kind: 'text' })),
    rubric: ['a', 'b'].map((id) => ({
      id,
      text: todo('a criterion'),
      levels: [0, 1, 2].map((score) => todo(`what earns ${score}`)),
    })),
    exemplars: [work, work],
  },
  choice: { options },
  critique: {
    regions: ['a', 'b', 'c', 'd'].map(toText),
    flaws: [{ region: 'a', severity: 3, why }],
    pass: { hits: 1, falseAlarms: 1 },
  },
  explain: {
    points: ['a', 'b'].map(toText),
    exemplars: ['weak', 'sound', 'strong'].map(toExemplar),
  },
  match: {
    targets: ['a', 'b'].map(toText),
    entries: ['a', 'b', 'c'].map((id) => ({ ...toPoint(id), target: 'a' })),
  },
  order: { entries: ['a', 'b', 'c'].map(toPoint) },
  parsons: { language: 'sql', lines: ['a', 'b', 'c'].map(toText) },
  predict: { outcomes: options, reasons: options, actual: todo('what really happens') },
  python: {
    files: [{ name: 'bookings.csv', sql: 'select count(*) as total from bookings' }],
    ...toCode('total = int(open("bookings.csv").read().split()[1])  #', 'total = 1  #'),
    checks: [{ expression: 'total', means: todo('what it should be') }],
  },
  recall: { answer: todo('the model answer'), lookFor: [todo('what a good answer contains')] },
  scenario: {
    budget: { amount: 1, unit: 'hours' },
    evidence: ['a', 'b'].map((id) => ({
      ...toPoint(id),
      cost: 1,
      finding: todo('what it shows'),
      matters: id === 'a',
    })),
    start: 'start',
    nodes: {
      start: {
        text: todo('the situation'),
        choices: ['good', 'bad'].map((to) => ({ text: todo('a decision'), to, why })),
      },
      good: { text: todo('a good end'), score: 1 },
      bad: { text: todo('a bad end'), score: 0 },
    },
    flips: todo('what would turn the best decision'),
  },
  sql: { tables: ['bookings'], ...toCode('select count(*) from bookings --', 'select 1 --') },
};
