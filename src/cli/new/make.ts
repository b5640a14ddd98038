import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isScalar, isSeq, parse, parseDocument, stringify } from 'yaml';
import type { z } from 'astro/zod';
import { activitySchema } from '../../lib/grading/kinds.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import { id as idSchema } from '../../schemas/common.ts';
import { diagramSchema } from '../../schemas/diagram.ts';
import { sourceSchema } from '../../schemas/source.ts';
import { termSchema } from '../../schemas/term.ts';
import { templates, todo } from './kinds.ts';

/** What was asked for, by the option's name. */
export type Options = Readonly<Record<string, string | undefined>>;

type Maker = (root: string, name: string, options: Options) => string;

const bullets = (text: string) => text.split(',');

/** What can be made, each with how to ask for it; every maker says which file it wrote. */
export const makers: Record<string, { usage: string; make: Maker }> = {
  activity: {
    usage: '<chapter>/<id> --type <kind> --objective <id> [--role practice|assessment]',
    make: (root, name, options) => {
      const [chapter = '', id = ''] = name.split('/');
      const type = need(options, 'type');
      const objective = need(options, 'objective');
      if (!(type in templates)) {
        throw new Refusal(
          `There is no kind "${type}"; there are ${Object.keys(templates).join(', ')}.`,
        );
      }
      if (globSync(`content/chapters/*/${chapter}.*`, { cwd: root }).length === 0) {
        throw new Refusal(`There is no chapter "${chapter}".`);
      }
      const home = join(root, `content/objectives/${objective}.yaml`);
      if (!existsSync(home)) throw new Refusal(`There is no objective "${objective}".`);
      const { level } = parse(readFileSync(home, 'utf8')) as { level: string };
      return write(root, activitySchema, 'activities/*', `activities/${chapter}`, id, {
        type,
        title: todo('a few words that name it'),
        role: options.role ?? 'practice',
        bloom: level,
        objectives: [objective],
        pool: id,
        prompt: todo('the question'),
        hints: [todo('re-orient')],
        explanation: todo('why the answer holds'),
        ...templates[type as keyof typeof templates],
      });
    },
  },
  chapter: {
    usage: '<part>/<id> --topics <id,…>',
    make: (root, name, options) => {
      const [part = '', id = ''] = name.split('/');
      const topics = bullets(need(options, 'topics'));
      const place = placeIn(root, part);
      const path = write(root, chapterSchema, 'chapters/*', `chapters/${part}`, id, {
        title: todo('a title'),
        description: todo('one or two sentences'),
        objectives: [],
        topics,
        minutes: 60,
      });
      place(id);
      return path;
    },
  },
  diagram: {
    usage: '<id>',
    make: (root, id) =>
      write(root, diagramSchema, 'diagrams', 'diagrams', id, {
        form: 'architecture',
        title: todo('a title'),
        caption: todo('what to look for'),
        nodes: ['a', 'b'].map((node) => ({
          id: node,
          kind: 'service',
          label: todo('name it'),
          description: todo('what it does'),
        })),
        edges: [{ id: 'a-b', from: 'a', to: 'b', kind: 'sync', label: todo('a verb') }],
      }),
  },
  source: {
    usage: '<id> --url <https://…> --date <YYYY[-MM[-DD]]>',
    make: (root, id, options) => {
      checkId(id);
      const path = 'content/sources.yaml';
      const file = join(root, path);
      const listed = parse(readFileSync(file, 'utf8')) as { id: string }[];
      if (listed.some((source) => source.id === id)) throw new Refusal(`"${id}" is there already.`);
      const source = {
        id,
        author: todo('who wrote it'),
        title: todo('its title'),
        date: need(options, 'date'),
        url: need(options, 'url'),
        accessed: new Date().toISOString().slice(0, 10),
        checked: 'secondary',
        caution: todo('how it was checked, and what it does not show'),
      };
      checkData(sourceSchema, source);
      appendFileSync(file, stringify([source]));
      return path;
    },
  },
  term: {
    usage: '<id> --topic <id> --related <id,id>',
    make: (root, id, options) =>
      write(root, termSchema, 'glossary', 'glossary', id, {
        term: id.replaceAll('-', ' '),
        topic: need(options, 'topic'),
        definition: todo('at most 25 words'),
        why: todo('why a product manager meets it'),
        example: todo('an instance at the company, with a number'),
        contrast: todo('what it sounds like but is not'),
        ask: todo('a question to ask an engineer'),
        related: bullets(need(options, 'related')),
      }),
  },
};

/** A wish that cannot be met, and why, in one sentence. */
export class Refusal extends Error {}

function need(options: Options, name: string): string {
  const value = options[name];
  if (value === undefined) throw new Refusal(`"--${name}" is missing.`);
  return value;
}

function checkId(id: string): void {
  if (!idSchema.safeParse(id).success) {
    throw new Refusal(`"${id}" is no id: use lower-case letters, digits and single hyphens.`);
  }
}

/** What was asked for has to fit, before anything is written. */
function checkData(schema: z.ZodType, data: object): void {
  const [issue] = schema.safeParse(data).error?.issues ?? [];
  if (issue) throw new Refusal(`"${issue.path.join('.')}": ${issue.message}.`);
}

/** @param among - folders in which no other file may have this id. */
function write(
  root: string,
  schema: z.ZodType,
  among: string,
  folder: string,
  id: string,
  data: object,
): string {
  checkId(id);
  checkData(schema, data);
  if (globSync(`content/${among}/${id}.*`, { cwd: root }).length > 0) {
    throw new Refusal(`"${id}" is there already.`);
  }
  const path = `content/${folder}/${id}.yaml`;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), stringify(data, { aliasDuplicateObjects: false }));
  return path;
}

/** Finds the end of a part in the course's order, and gives what writes an id there. */
function placeIn(root: string, part: string): (id: string) => void {
  const file = join(root, 'content/course.yaml');
  const text = readFileSync(file, 'utf8');
  const { parts } = parse(text) as { parts: { id: string }[] };
  const index = parts.findIndex(({ id }) => id === part);
  if (index < 0) throw new Refusal(`There is no part "${part}".`);
  const chapters = parseDocument(text).getIn(['parts', index, 'chapters']);
  const last = isSeq(chapters) ? chapters.items.at(-1) : undefined;
  if (!isScalar(last))
    throw new Refusal(`The part "${part}" has no chapter yet: write it by hand.`);
  const [start, end] = last.range!;
  const lead = text.slice(text.lastIndexOf('\n', start), start);
  return (id) => writeFileSync(file, `${text.slice(0, end)}${lead}${id}${text.slice(end)}`);
}
