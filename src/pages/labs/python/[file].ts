import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';

/** What Pyodide loads when it starts, by the names that it asks for. */
const names = ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

export const getStaticPaths = (() =>
  names.map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params: { file } }) => {
  const bytes = readFileSync(join(process.cwd(), 'node_modules/pyodide', file));
  if (file !== 'pyodide-lock.json') return new Response(Uint8Array.from(bytes));
  // The list of packages is of no use: scripts have the standard library.
  const { info } = JSON.parse(bytes.toString()) as { info: unknown };
  return new Response(JSON.stringify({ info, packages: {} }));
};
