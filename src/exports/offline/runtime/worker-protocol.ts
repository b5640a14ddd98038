import type { Places } from './places.ts';

/** The first message to a worker: where the copy lies, what to run, and the way to ask its page. */
export interface Introduction {
  places: Places;
  entry: string;
  port: MessagePort;
}

/** What a worker asks of its page; `id` marks the answer. */
export interface Question {
  id: number;
  kind: 'file' | 'module';
  path: string;
}

export type Answer =
  | { id: number; file: Uint8Array<ArrayBuffer> }
  | { id: number; module: { imports: string[]; source: string } }
  | { id: number; error: string };

/** What a worker tells once its first module has run, or could not. */
export type Outcome = { kind: 'ready' } | { kind: 'broken'; message: string };
