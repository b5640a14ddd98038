import { LabClient } from '../client.ts';
import type { PythonAnswer, PythonJob, PythonStart } from './protocol.ts';

export type PythonClient = LabClient<PythonStart, PythonJob, PythonAnswer>;

/** Python in a worker. */
export const openPython = (folder: string): PythonClient =>
  new LabClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), {
    folder,
  });
