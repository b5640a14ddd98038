import { PostgreSQL, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';

/**
 * PostgreSQL for the editor.
 *
 * @param tables - the columns of each table, to be offered while somebody types.
 */
export const toSqlLanguage = (tables: Record<string, string[]>): Extension =>
  sql({ dialect: PostgreSQL, schema: tables, upperCaseKeywords: false });
