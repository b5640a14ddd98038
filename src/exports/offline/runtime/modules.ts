import { toPath, toVirtual } from './places.ts';
import type { Places } from './places.ts';

/** What a module exports; importers see its bindings change. */
type Namespace = Record<string, unknown>;

/** A module as Rollup writes it for `System.register`. */
export type Declare = (
  toExport: (name: string | Namespace, value?: unknown) => unknown,
  context: { import: (id: string) => Promise<Namespace>; meta: ModuleMeta },
) => { setters?: ((namespace: Namespace) => void)[]; execute?: () => unknown };

interface ModuleMeta {
  url: string;
  resolve: (id: string) => string;
}

export interface Registration {
  imports: string[];
  declare: Declare;
}

interface Linked {
  namespace: Namespace;
  imports: Linked[];
  /** Setters of those who import it. */
  importers: ((namespace: Namespace) => void)[];
  execute: () => unknown;
  /** Set once it has run, or is running. */
  run?: { done: unknown };
}

/**
 * Loads, links and runs modules as browsers do for `type="module"`, from scripts in the form of
 * System.register (https://github.com/systemjs/systemjs/blob/main/docs/system-register.md).
 */
export class Modules {
  private readonly places: Places;
  private readonly load: (path: string) => Promise<Registration>;
  private readonly loading = new Map<string, Promise<Registration>>();
  private readonly loaded = new Map<string, Registration>();
  private readonly linked = new Map<string, Linked>();

  /** @param load - brings a module that is not here yet. */
  constructor(places: Places, load: (path: string) => Promise<Registration>) {
    this.places = places;
    this.load = load;
  }

  /** Takes a module that has come by itself. */
  add(path: string, registration: Registration): void {
    if (!this.loaded.has(path)) this.loaded.set(path, registration);
  }

  /** A module as it was registered, without running it. */
  async get(path: string): Promise<Registration> {
    const known = this.loaded.get(path);
    if (known) return known;
    const loading = this.loading.get(path) ?? this.load(path);
    this.loading.set(path, loading);
    // What could not be loaded may be tried again.
    const registration = await loading.finally(() => this.loading.delete(path));
    this.add(path, registration);
    return registration;
  }

  /** Runs a module, with all that it imports, unless that has happened. */
  async import(path: string): Promise<Namespace> {
    await this.getAll(path, new Set());
    const module = this.link(path);
    await this.run(module);
    return module.namespace;
  }

  private async getAll(path: string, seen: Set<string>): Promise<void> {
    if (seen.has(path)) return;
    seen.add(path);
    const { imports } = await this.get(path);
    await Promise.all(imports.map((id) => this.getAll(this.resolve(id, path), seen)));
  }

  private link(path: string): Linked {
    const known = this.linked.get(path);
    if (known) return known;
    const { imports, declare } = this.loaded.get(path)!;
    const namespace = Object.create(null, {
      [Symbol.toStringTag]: { value: 'Module' },
    }) as Namespace;
    const module: Linked = { namespace, imports: [], importers: [], execute: () => undefined };
    // Known before its imports are linked, so that modules may import each other.
    this.linked.set(path, module);
    const { setters = [], execute } = declare(
      (name, value) => {
        if (typeof name === 'string') namespace[name] = value;
        else Object.assign(namespace, name);
        for (const tell of module.importers) tell(namespace);
        return typeof name === 'string' ? value : name;
      },
      { import: (id) => this.importFrom(id, path), meta: this.toMeta(path) },
    );
    if (execute) module.execute = execute;
    module.imports = imports.map((id, place) => {
      const other = this.link(this.resolve(id, path));
      const tell = setters[place];
      if (tell) {
        other.importers.push(tell);
        tell(other.namespace);
      }
      return other;
    });
    return module;
  }

  /** @returns a promise where something in it waits. */
  private run(module: Linked): unknown {
    if (module.run) return module.run.done;
    module.run = { done: undefined };
    const waiting = module.imports.map((other) => this.run(other)).filter(Boolean);
    module.run.done =
      waiting.length > 0 ? Promise.all(waiting).then(module.execute) : module.execute();
    return module.run.done;
  }

  private importFrom(id: string, from: string): Promise<Namespace> {
    const path = toPath(new URL(id, toVirtual(from, this.places)).href, this.places);
    // A blob or data address is the browser's own business.
    return path === undefined ? (import(id) as Promise<Namespace>) : this.import(path);
  }

  private resolve(id: string, from: string): string {
    const path = toPath(new URL(id, toVirtual(from, this.places)).href, this.places);
    if (path === undefined) throw new Error(`${from} imports ${id}, which is not in this copy.`);
    return path;
  }

  private toMeta(path: string): ModuleMeta {
    const url = toVirtual(path, this.places);
    return { url, resolve: (id) => new URL(id, url).href };
  }
}
