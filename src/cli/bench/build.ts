/**
 * `npm run bench:build`: the processor time of a build at 1 and at 10 times the chapters, beside a
 * bare Starlight site with the same text. Everything happens in a scratch folder.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { median } from './conditions.ts';

const runs = Number(process.env.RUNS ?? 3);
// Inside the project, so that the copies find its node_modules above them.
const scratch = join(process.cwd(), '.bench');
const chapters = globSync('content/chapters/**/*.mdx');

console.log(`\nMedians of ${runs} builds, processor seconds.\n`);
console.log('| Site | 1 × | 10 × | ÷ |\n|---|--:|--:|--:|');
for (const [name, make] of [
  ['Course', makeCourse],
  ['Bare Starlight, same text', makeBare],
] as const) {
  const [once, tenfold] = [1, 10].map((times) => time(make(times)));
  console.log(
    `| ${name} | ${once!.toFixed(1)} | ${tenfold!.toFixed(1)} | ${(tenfold! / once!).toFixed(1)} |`,
  );
}
rmSync(scratch, { recursive: true, force: true });

/** Processor seconds of a build, user and system, the processes it starts included. */
function time(folder: string): number {
  return median(
    Array.from({ length: runs }, () => {
      for (const made of ['dist', '.astro']) {
        rmSync(join(folder, made), { recursive: true, force: true });
      }
      const script =
        '"$NODE" ../../node_modules/astro/bin/astro.mjs build >build.log 2>&1; code=$?; times; exit $code';
      const { status, stdout } = spawnSync('bash', ['-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE: process.execPath },
      });
      if (status !== 0)
        throw new Error(readFileSync(join(folder, 'build.log'), 'utf8').slice(-2_000));
      const children = stdout.trim().split('\n').at(-1) ?? '';
      const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
        ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
      );
      return seconds.reduce((sum, value) => sum + value, 0);
    }),
  );
}

function makeFolder(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  cpSync('tsconfig.json', join(folder, 'tsconfig.json'));
  return folder;
}

/** The course with every written chapter so many times over, its practice and answers included. */
function makeCourse(times: number): string {
  const folder = makeFolder(`course-${times}`);
  for (const part of ['src', 'content', 'public', 'astro.config.ts', 'package.json']) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  const file = join(folder, 'content/course.yaml');
  const course = parse(readFileSync(file, 'utf8')) as { parts: { chapters: string[] }[] };
  for (let copy = 2; copy <= times; copy += 1) {
    for (const path of chapters) {
      const id = basename(path, '.mdx');
      course.parts.at(-1)!.chapters.push(`${id}-${copy}`);
      copyChapter(folder, path, copy);
    }
  }
  writeFileSync(file, stringify(course));
  return folder;
}

function copyChapter(folder: string, path: string, copy: number): void {
  const id = basename(path, '.mdx');
  const text = readFileSync(path, 'utf8')
    // Terms and objectives have one home: the copies only use them.
    .replace(/^terms:.*\n( +- .*\n)*/m, '')
    .replace(/^objectives:/m, 'reinforces_once:')
    .replace(/^reinforces:.*\n/m, '')
    .replace('reinforces_once:', 'objectives: []\nreinforces:')
    .replace(/<Activity id="([^"]+)"/g, `<Activity id="$1-${copy}"`);
  writeFileSync(join(folder, dirname(path), `${id}-${copy}.mdx`), text);
  const target = join(folder, 'content/activities', `${id}-${copy}`);
  mkdirSync(target, { recursive: true });
  for (const activity of globSync(`content/activities/${id}/*.yaml`)) {
    const content = readFileSync(activity, 'utf8');
    if (content.includes('role: practice')) {
      writeFileSync(join(target, `${basename(activity, '.yaml')}-${copy}.yaml`), content);
    }
  }
}

/** A Starlight site with default settings: the chapters' prose and practice as plain Markdown. */
function makeBare(times: number): string {
  const folder = makeFolder(`bare-${times}`);
  cpSync('package.json', join(folder, 'package.json'));
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Bare' })] };\n`,
  );
  mkdirSync(join(folder, 'src/content/docs'), { recursive: true });
  writeFileSync(
    join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  const write = (name: string, title: string, text: string) =>
    writeFileSync(
      join(folder, 'src/content/docs', `${name}.md`),
      `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`,
    );
  const pages = [
    ...chapters.map((path) => [basename(path, '.mdx'), toMarkdown(path)] as const),
    ...globSync('content/glossary/*.yaml').map(
      (path) => [basename(path, '.yaml'), toText(path)] as const,
    ),
    ...globSync('content/objectives/*.yaml').map(
      (path) => [basename(path, '.yaml'), toText(path)] as const,
    ),
  ];
  write('index', 'Bare', 'The same text.');
  for (const [name, text] of pages) write(name, name, text);
  for (let copy = 2; copy <= times; copy += 1) {
    for (const path of chapters) {
      const name = `${basename(path, '.mdx')}-${copy}`;
      write(name, name, toMarkdown(path));
    }
  }
  return folder;
}

function toMarkdown(path: string): string {
  const prose = readFileSync(path, 'utf8')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^import .*$/m, '')
    .replace(/<\/?[A-Z][^>]*>/g, '');
  const activities = globSync(`content/activities/${basename(path, '.mdx')}/*.yaml`);
  return [prose, ...activities.map(toText)].join('\n\n');
}

/** The strings of a YAML file, each a paragraph. */
function toText(path: string): string {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
  };
  return strings(parse(readFileSync(path, 'utf8'))).join('\n\n');
}
