/** The first of the ports that the tests serve sites on; another one lets two runs stand side by side. */
const first = Number(process.env.E2E_PORT ?? 4391);

/** The sites under test: where each is built, and where it is served. */
export const sites = {
  /** The small course of `tests/fixtures/`, on which behavior is tested. */
  fixture: { folder: 'dist-fixture', base: '/', port: first },
  /** The same under a base path. */
  base: { folder: 'dist-base', base: '/course/', port: first + 1 },
  /** The course itself. */
  course: { folder: 'dist', base: '/', port: first + 2 },
} as const;

export type SiteName = keyof typeof sites;

export const toUrl = (name: SiteName): string =>
  `http://localhost:${sites[name].port}${sites[name].base}`;

/** Where a test that stops or changes its site serves a copy of it; each worker has its own ports. */
export const ownPort = (worker: number): number => first + 109 + 25 * worker;
