import type { Places } from './places.ts';

/** The first message to a worker: where the copy lies, what to run, and the way to ask its page. */
export interface Introduction {
  places: Places;
  entry: string;
  port: MessagePort;
}

/** What a worker can ask of its page, with what it gets. */
export interface Answers {
  file: Uint8Array<ArrayBuffer>;
  /** A module, its function as text. */
  module: { imports: string[]; source: string };
  /** The address of a script that the page has made of a module. */
  script: string;
}

/** A question; `id` marks its answer. */
export interface Question {
  id: number;
  kind: keyof Answers;
  path: string;
}

export type Answer = { id: number; answer: Answers[keyof Answers] } | { id: number; error: string };

/** What a worker tells once its first module has run, or could not. */
export type Outcome = { kind: 'ready' } | { kind: 'broken'; message: string };
