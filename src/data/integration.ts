import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { courseRoot } from '../load/course-root.ts';
import { ContentError } from '../load/content-error.ts';
import { loadCourse } from '../load/load-course.ts';
import type { LoadedCourse } from '../load/load-course.ts';

const id = 'virtual:course';

/** Milliseconds in which an editor has written all that it writes at once. */
const settled = 50;

/**
 * Loads the course once: for a build, or whenever a file of `content/` changes. Pages import it as
 * `virtual:course`. Findings stop a build; during development they stand in the terminal and, as
 * an overlay, in the page.
 */
export function courseIntegration(): AstroIntegration {
  let loaded: Promise<LoadedCourse> | undefined;
  const load = () => (loaded ??= loadCourse());

  const plugin = (isWatching: boolean): Plugin => {
    let last: LoadedCourse | undefined;
    return {
      name: 'course',
      resolveId: (source) => (source === id ? `\0${id}` : undefined),
      async load(module) {
        if (module !== `\0${id}`) return undefined;
        // While the content is broken, pages show it as it was.
        last = await load().catch((error: unknown) => {
          if (!last) throw error;
          return last;
        });
        return toModule(last);
      },
      configureServer(server) {
        if (isWatching) watch(server, () => (loaded = loadCourse()));
      },
    };
  };

  return {
    name: 'course',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin(command === 'dev')] } });
      },
      'astro:build:start': async () => {
        const { findings } = await load();
        if (findings.length > 0) throw new ContentError(findings);
      },
    },
  };
}

/** The course as a module; its bytes keep what JSON would lose, such as chapters that know each other. */
function toModule({ course, report, exercises }: LoadedCourse): string {
  const bytes = serialize({ course, report, exercises }).toString('base64');
  return `import { deserialize } from 'node:v8';
export const { course, report, exercises } = deserialize(Buffer.from('${bytes}', 'base64'));`;
}

/** Loads the course anew after each change, and tells what is wrong with it. */
function watch(server: ViteDevServer, reload: () => Promise<LoadedCourse>): void {
  const { logger } = server.config;
  const { hot } = server.environments.client;
  let problem: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const tell = async (loading: Promise<LoadedCourse>) => {
    problem = await loading.then(
      ({ findings }) => (findings.length > 0 ? new ContentError(findings).message : undefined),
      (error: unknown) => (error as Error).message,
    );
    if (problem) logger.warn(problem, { timestamp: true });
    for (const { moduleGraph } of Object.values(server.environments)) {
      const module = moduleGraph.getModuleById(`\0${id}`);
      if (module) moduleGraph.invalidateModule(module);
    }
    hot.send({ type: 'full-reload' });
  };

  server.watcher.add(join(courseRoot, 'content'));
  server.watcher.on('all', (_, path) => {
    if (!path.startsWith(join(courseRoot, 'content'))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(reload()), settled);
  });
  // A page that is opened, or that has just been reloaded, is told as well.
  hot.on('connection', () => {
    if (problem) hot.send({ type: 'error', err: { message: problem, stack: '' } });
  });
  void tell(reload());
}
