import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const toPath = (name: string) => fileURLToPath(new URL(`./runtime/${name}`, import.meta.url));

let built: Promise<Map<string, string>> | undefined;

/** The files that a copy runs by, by name. They are built once. */
export function buildRuntime(): Promise<Map<string, string>> {
  built ??= build();
  return built;
}

async function build(): Promise<Map<string, string>> {
  const worker = await bundle('worker.ts', '""');
  return new Map([
    // A page from a file may start no worker from another, so the worker's script travels within.
    ['runtime.js', await bundle('main.ts', JSON.stringify(worker))],
    ['hub.js', await bundle('hub.ts', '""')],
    ['hub.html', readFileSync(toPath('hub.html'), 'utf8')],
    ['copy.css', readFileSync(toPath('copy.css'), 'utf8')],
  ]);
}

async function bundle(name: string, workerScript: string): Promise<string> {
  const made = await rolldown({
    input: toPath(name),
    platform: 'browser',
    transform: { define: { workerScript } },
  });
  const { output } = await made.generate({ format: 'iife', minify: true });
  await made.close();
  return output[0].code;
}
