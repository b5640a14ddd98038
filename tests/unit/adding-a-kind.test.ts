import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The guide's code, by the file that its heading names. */
const guide = new Map(
  readFileSync('docs/adding-a-kind.md', 'utf8')
    .split(/^## (?=\d)/m)
    .slice(1)
    .map((section) => [/`([^`]+)`/.exec(section)![1]!, /```\w+\n(.*?)```/s.exec(section)![1]!]),
);

/** A register of the repository, with what the guide adds to it. */
function withEntry(path: string): string {
  const [imports = '', entry = ''] = guide.get(path)!.split(/\n\n/);
  const register = readFileSync(path, 'utf8');
  return `${imports}\n${register.replace('export const kinds = {\n', (start) => start + entry)}`;
}

const grading = 'src/lib/grading/estimate.ts';
const looks = 'src/components/activity/kinds.ts';
const registers = ['src/lib/grading/kinds.ts', looks];

const files = new Map([...guide].filter(([path]) => path.endsWith('.ts')));
for (const path of registers) files.set(path, withEntry(path));
// Components are checked by Astro's own compiler; for TypeScript they are there.
files.set(
  'src/components.d.ts',
  "declare module '*.astro' { const component: unknown; export default component; }",
);

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
  { ...ts.sys, readDirectory: () => [] },
  '.',
);

let earlier: ts.Program | undefined;

/** What the compiler says of the new kind's files, with changes. */
function compile(changes: Record<string, string> = {}): string {
  const texts = new Map(
    [...files, ...Object.entries(changes)].map(([path, text]) => [resolve(path), text]),
  );
  const read = (path: string) => texts.get(resolve(path)) ?? ts.sys.readFile(path);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    readFile: read,
    fileExists: (path) => texts.has(resolve(path)) || ts.sys.fileExists(path),
    getSourceFile: (path, version) => {
      const text = read(path);
      const old = earlier?.getSourceFile(path);
      if (text === undefined || old?.text === text) return old;
      return ts.createSourceFile(path, text, version);
    },
  };
  const roots = [...texts.keys(), resolve('node_modules/astro/client.d.ts')];
  earlier = ts.createProgram(roots, options, host, earlier);
  return [...texts.keys()]
    .flatMap((path) => earlier!.getSemanticDiagnostics(earlier!.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    .join('\n');
}

/** Runs a module of the guide, with what it imports from the repository. */
async function run(path: string): Promise<Record<string, never>> {
  const { outputText } = ts.transpileModule(files.get(path)!, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  });
  const code = outputText.replace(/'(\.[^']+)'/g, (_, to: string) =>
    JSON.stringify(new URL(to, pathToFileURL(resolve(path))).href),
  );
  const zod = JSON.stringify(import.meta.resolve('astro/zod'));
  return import(`data:text/javascript,${encodeURIComponent(code.replace("'astro/zod'", zod))}`);
}

describe('the guide to a new kind', () => {
  it('names seven files', () => {
    expect([...guide.keys()]).toHaveLength(7);
  });

  it('compiles', () => {
    expect(compile()).toBe('');
  });

  it('misses a part that is left out', () => {
    const parts = files.get(grading)!.replace('export function grade', 'export function other');
    const shown = files.get(looks)!.replace('Solution: EstimateSolution,', '');
    const said = compile({ [grading]: parts, [looks]: shown });
    expect(said).toContain("Property 'grade' is missing");
    expect(said).toContain("Property 'Solution' is missing");
  });

  it('misses the looks of a kind where there are none', () => {
    const text = readFileSync(looks, 'utf8');
    expect(compile({ [looks]: text })).toContain("Property 'estimate' is missing");
  });

  it('grades', async () => {
    const { toKey, read, grade, check } = (await run(grading)) as Record<
      string,
      (...values: unknown[]) => unknown
    >;
    const file = { answer: 380, tolerance: 20, unit: 'ms' };
    expect(check!(file)).toEqual([]);
    expect(grade!(toKey!(file), read!({ number: '395' }))).toEqual({ score: 1, passed: true });
    expect(grade!(toKey!(file), read!({ number: '' }))).toEqual({ score: 0, passed: false });
    expect(read!({ choice: 'a' })).toBeUndefined();
  });
});
