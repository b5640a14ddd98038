/**
 * `node src/cli/bench/slotlark.ts`: how long a browser takes until Slotlark's database answers, from
 * a cold start, by ways of bringing the rows there, beside an empty PGlite in the same run. Prints
 * medians as Markdown.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { chromium } from '@playwright/test';
import { packCluster } from '../../slotlark/cluster.ts';
import { toColumns } from '../../slotlark/columns.ts';
import { encode } from '../../slotlark/data-file.ts';
import { generate, seeds } from '../../slotlark/generate.ts';
import { loadSlotlark } from '../../slotlark/load.ts';
import { findChromium } from '../find-browsers.ts';
import { median } from './conditions.ts';
import type { ways } from './slotlark-page.ts';

type Way = keyof typeof ways;

const runs = Number(process.env.RUNS ?? 5);
const options: Record<Way, { name: string; files: string[] }> = {
  empty: { name: 'Empty PGlite', files: [] },
  cluster: { name: 'Empty PGlite from a packed directory', files: ['cluster.gz'] },
  insert: { name: 'Data file, INSERT', files: ['data.gz'] },
  text: { name: 'Data file, COPY as text', files: ['data.gz'] },
  binary: { name: 'Data file, COPY in binary', files: ['data.gz'] },
  generator: { name: 'Generator in the browser, COPY in binary', files: ['generator'] },
  clusterBinary: { name: 'Packed directory, data file, COPY', files: ['cluster.gz', 'data.gz'] },
  clusterGenerator: {
    name: 'Packed directory, generator, COPY',
    files: ['cluster.gz', 'generator'],
  },
  dump: { name: 'Dump of the loaded directory', files: ['dump.gz'] },
};

const files = await makeFiles();
const sent = new Map<string, number>();
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const { type, body } = toAnswer(path);
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
});
await new Promise<void>((resolve) => server.listen(0, resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
const keys = Object.keys(options) as Way[];
const times = new Map<Way, number[]>(keys.map((key) => [key, []]));
// Round by round, so that a slow minute meets every way.
for (let run = 0; run < runs; run += 1) {
  for (const key of keys) times.get(key)!.push(await measure(key));
}
await browser.close();
server.close();

const base = median(times.get('empty')!);
const modules = [...sent].filter(([path]) => /slotlark\/(generate|world\/)/.test(path));
const size = (file: string): number =>
  file === 'generator'
    ? modules.reduce((sum, [, bytes]) => sum + bytes, 0)
    : files.get(`/files/${file}`)!.length;
console.log(`\nMedians of ${runs} runs; ready means that a first query is answered.\n`);
console.log('| Way | kB beside PGlite, gzip | Ready, ms | ÷ empty |\n|---|--:|--:|--:|');
for (const key of keys) {
  const bytes = options[key].files.reduce((sum, file) => sum + size(file), 0);
  const time = median(times.get(key)!);
  console.log(
    `| ${options[key].name} | ${(bytes / 1000).toFixed(0)} | ${time.toFixed(0)} | ${(time / base).toFixed(2)} |`,
  );
}

/** Milliseconds in a fresh profile from the first request for PGlite to the first answer. */
async function measure(way: Way): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  const time = await page.evaluate(async (way) => {
    // Our own modules are small once built; they are fetched one by one here, so not counted.
    const path = '/src/cli/bench/slotlark-page.ts';
    const { ways } = (await import(path)) as typeof import('./slotlark-page.ts');
    const started = performance.now();
    const pglite = await ways[way]();
    await pglite.query('select 1');
    return performance.now() - started;
  }, way);
  await context.close();
  return time;
}

function toAnswer(path: string): { type: string; body: string | Buffer } {
  const file = files.get(path);
  if (file) return { type: 'application/octet-stream', body: file };
  if (path === '/')
    return {
      type: 'text/html',
      body: '<!doctype html><link rel="icon" href="data:,"><title>Bench</title>',
    };
  const source = path.startsWith('/pglite/')
    ? join('node_modules/@electric-sql/pglite/dist', path.slice('/pglite/'.length))
    : join('.', path);
  const types: Record<string, string> = { '.wasm': 'application/wasm', '.js': 'text/javascript' };
  if (extname(source) !== '.ts') {
    return { type: types[extname(source)] ?? 'text/plain', body: readFileSync(source) };
  }
  const body = stripTypeScriptTypes(readFileSync(source, 'utf8'));
  sent.set(path, gzipSync(body).length);
  return { type: 'text/javascript', body };
}

async function makeFiles(): Promise<Map<string, Buffer>> {
  const columns = toColumns(generate(seeds.practice));
  const pglite = await PGlite.create();
  const cluster = await packCluster(pglite);
  await loadSlotlark(pglite, readFileSync('src/slotlark/schema.sql', 'utf8'), columns);
  const dump = await pglite.dumpDataDir('gzip');
  await pglite.close();
  return new Map([
    ['/files/data.gz', gzipSync(encode(columns), { level: 9 })],
    ['/files/cluster.gz', gzipSync(cluster, { level: 9 })],
    ['/files/dump.gz', Buffer.from(await dump.arrayBuffer())],
  ]);
}
