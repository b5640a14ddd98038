/** What an engine starts from. */
export interface Start {
  /** Address of the folder that its files are from, with its closing slash. */
  folder: string;
  files: Record<string, Blob>;
}

/** From a page to a worker: first one start, then jobs. */
export type Request<Job> = { kind: 'start'; start: Start } | { kind: 'job'; id: number; job: Job };

/** From a worker to its page. */
export type Reply<Answer> =
  | { kind: 'ready' }
  /** What a job prints, as it prints it. */
  | { kind: 'printed'; id: number; text: string }
  /** `isSpent`: the engine is good for no other job. */
  | { kind: 'answer'; id: number; answer: Answer; isSpent: boolean }
  /** A file of a job, or of the engine, did not come. */
  | { kind: 'unread'; file: string }
  /** The engine cannot start, or has stopped for good. */
  | { kind: 'broken'; message: string };

/** What came of a job. */
export type Outcome<Answer> =
  | { kind: 'answer'; answer: Answer }
  /** By the learner, or by the clock. */
  | { kind: 'stopped'; message: string }
  | { kind: 'unread'; file: string }
  /** The engine broke. The next job starts a new one. */
  | { kind: 'broken'; message: string };

/** What a page wants to hear of a job. */
export interface Listener {
  /** The engine loads; see `OnProgress`. */
  onProgress: (done: number, total: number, file: string) => void;
  /** The engine has everything, and starts the job as soon as it can. */
  onStart: () => void;
  onPrint?: (text: string) => void;
}
