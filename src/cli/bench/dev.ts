/**
 * `npm run bench:dev`: what writing costs. Starts the development server on a copy of the content,
 * and prints the processor time of a warm view of the longest chapter, and the seconds until a changed
 * sentence of a chapter, a term and an item is served. Reads /proc, so it runs on Linux.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '../../load/load-course.ts';
import { paths } from '../../lib/paths.ts';

const port = 4399;
const root = mkdtempSync(join(tmpdir(), 'course-dev-'));
cpSync('content', join(root, 'content'), { recursive: true });

const { course } = await loadCourse(root);
const longest = course.chapters.reduce((a, b) => (b.words > a.words ? b : a));
const term = longest.uses.terms[0]!;
const item = course.activities.find(({ id }) => id === longest.uses.activities[0])!;

const server = spawn('node_modules/.bin/astro', ['dev', '--port', String(port)], {
  env: { ...process.env, COURSE_ROOT: root },
  stdio: 'ignore',
});
try {
  const chapter = paths.chapter(longest.id);
  await untilServed(chapter, longest.title);
  await read(chapter);
  const before = processorSeconds();
  const views = 5;
  for (let view = 0; view < views; view += 1) await read(chapter);
  const seconds = (processorSeconds() - before) / views;
  console.log(`A warm view of ${chapter}: ${seconds.toFixed(2)} s of processor time`);

  await measure('chapter', longest.file, chapter, (text, mark) => `${text}\n\n${mark}\n`);
  await measure('term', `content/glossary/${term}.yaml`, paths.term(term), (text, mark) =>
    text.replace(/^why: /m, `why: ${mark} `),
  );
  const file = `content/activities/${item.chapter}/${item.id}.yaml`;
  await measure('item', file, chapter, (text, mark) =>
    text.replace(/^title: .*$/m, `title: ${mark}`),
  );
} finally {
  server.kill();
  rmSync(root, { recursive: true, force: true });
}

/** Changes a file, and prints how long a page needs until it shows the change. */
async function measure(
  kind: string,
  file: string,
  page: string,
  change: (text: string, mark: string) => string,
): Promise<void> {
  const mark = `Changed${Date.now()}`;
  const path = join(root, file);
  const changed = change(readFileSync(path, 'utf8'), mark);
  const started = performance.now();
  writeFileSync(path, changed);
  await untilServed(page, mark);
  const seconds = (performance.now() - started) / 1000;
  console.log(`A changed ${kind} is served after ${seconds.toFixed(1)} s`);
}

async function untilServed(page: string, text: string): Promise<void> {
  for (;;) {
    const html = await read(page).catch(() => '');
    if (html.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function read(page: string): Promise<string> {
  return (await fetch(`http://localhost:${port}/${page}`)).text();
}

/** Processor time of the server so far; fields 14 and 15 of `man 5 proc_pid_stat`. */
function processorSeconds(): number {
  const fields = readFileSync(`/proc/${server.pid!}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
