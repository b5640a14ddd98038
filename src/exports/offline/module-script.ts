import { rollup } from 'rollup';
import type { BuiltSite } from '../site/built-site.ts';

/** A module of the site as a script that can be loaded from a file. */
export interface ModuleScript {
  code: string;
  /** Paths of the modules that must be there before it runs. */
  imports: string[];
  /** Paths of what it may ask for later: modules, workers, data. */
  later: string[];
}

/**
 * Turns a module into a call of `System.register`, Rollup's form for loaders in plain script. One
 * module becomes one script, so that what loads late still loads late.
 *
 * @param path - the module's path, by which others import it.
 */
export async function toModuleScript(
  site: BuiltSite,
  path: string,
  code: string,
): Promise<ModuleScript> {
  const entry = '\0entry';
  const bundle = await rollup({
    input: entry,
    treeshake: false,
    external: (id) => id !== entry,
    makeAbsoluteExternalsRelative: false,
    onLog: (_level, { code: kind, message }) => {
      if (kind !== 'UNRESOLVED_IMPORT' && kind !== 'EVAL') console.warn(`${path}: ${message}`);
    },
    plugins: [
      {
        name: 'one-module',
        resolveId: (id) => (id === entry ? id : { id, external: true }),
        resolveDynamicImport: () => false,
        load: (id) => (id === entry ? withoutPreload(path, code) : null),
      },
    ],
  });
  const { output } = await bundle.generate({
    format: 'system',
    name: path,
    compact: true,
    externalLiveBindings: true,
    generatedCode: 'es2015',
  });
  await bundle.close();
  const [chunk] = output;
  const imports = chunk.imports.map((id) => toPath(site, id, path));
  const named = [...code.matchAll(/(["'`])([^"'`\s\\]+\.[a-z]+)\1/g)].flatMap(
    ([, , address = '']) => {
      const isAddress = /^(\.{0,2}\/)/.test(address);
      const target = isAddress ? site.find(address, path) : undefined;
      return target?.kind === 'file' ? target.path : [];
    },
  );
  return {
    code: chunk.code,
    imports,
    later: [...new Set(named)].filter((id) => !imports.includes(id)),
  };
}

function toPath(site: BuiltSite, address: string, from: string): string {
  const target = site.find(address, from);
  if (!target) {
    throw new Error(
      `${from} imports "${address}", which the built site does not have. Build it again; if that does not help, the bundler writes imports in a new way, and src/exports/offline/module-script.ts must learn it.`,
    );
  }
  return target.path;
}

/**
 * Vite asks for a chunk's imports ahead of it by link elements, which files refuse. The copy's own
 * loader gets them in parallel anyway, so the list is left empty.
 */
function withoutPreload(path: string, code: string): string {
  if (!code.includes('__vite__mapDeps')) return code;
  const changed = code.replace(/(const __vite__mapDeps=\(i,.+?\)=>)i\.map\(i=>d\[i\]\)/, '$1[]');
  if (changed === code) {
    throw new Error(
      `${path}: Vite writes __vite__mapDeps in a new way. Mend withoutPreload in src/exports/offline/module-script.ts.`,
    );
  }
  return changed;
}
