import { LabClient } from '../client.ts';
import type { SqlAnswer, SqlJob, SqlStart } from './protocol.ts';

export type SqlClient = LabClient<SqlStart, SqlJob, SqlAnswer>;

/** PostgreSQL in a worker, with the practice database. */
export const openSql = (folder: string): SqlClient =>
  new LabClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), {
    folder,
  });
