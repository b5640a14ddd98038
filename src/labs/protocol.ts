/** From a page to a worker: first one start, then jobs. */
export type Request<Start, Job> =
  { kind: 'start'; start: Start } | { kind: 'job'; id: number; job: Job };

/** From a worker to its page. */
export type Reply<Answer> =
  /** Bytes read so far, and to be read, while the engine loads. */
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'ready' }
  /** What a job prints, as it prints it. */
  | { kind: 'printed'; id: number; text: string }
  | { kind: 'answer'; id: number; answer: Answer }
  /** The engine cannot start, or has stopped for good. */
  | { kind: 'broken'; message: string };

/** What came of a job. */
export type Outcome<Answer> =
  | { kind: 'answer'; answer: Answer }
  /** Stopped by the learner, or the engine broke. The next job starts a new one. */
  | { kind: 'stopped'; message: string; isBroken: boolean };

/** What a page wants to hear while a job is under way. */
export interface Listener {
  onProgress: (done: number, total: number) => void;
  onPrint?: (text: string) => void;
}
