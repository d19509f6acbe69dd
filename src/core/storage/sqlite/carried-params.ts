/**
 * The `param` a phone brought to `/go/{entryId}?param=`, kept until it comes back from WeChat. It does not
 * travel in the redirect address, so nobody can change it on the way, and it survives a restart.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './group-commit.ts';

export const carriedParamSchema = `
CREATE TABLE carried_params (
  nonce TEXT PRIMARY KEY,
  param TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export interface CarriedParams {
  /** Durable when it settles. @throws StorageFailed */
  keep(nonce: string, param: string, at: number): Promise<void>;
  take(nonce: string): string | null;
  /** Forgets those with this text in them. @throws StorageFailed */
  erase(text: string): Promise<void>;
}

/** Forgets, when it opens, what is older than `keepMs`. */
export function createCarriedParams(
  database: DatabaseSync,
  commits: GroupCommit,
  now: number,
  keepMs: number,
): CarriedParams {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO carried_params (nonce, param, at) VALUES (?, ?, ?)',
  );
  const select = database.prepare('SELECT param FROM carried_params WHERE nonce = ?');
  const erase = database.prepare('DELETE FROM carried_params WHERE instr(param, ?) > 0');
  database.prepare('DELETE FROM carried_params WHERE at < ?').run(now - keepMs);
  return {
    async keep(nonce, param, at) {
      await commits.write(() => insert.run(nonce, param, at));
    },
    take(nonce) {
      const row = select.get(nonce);
      return typeof row?.param === 'string' ? row.param : null;
    },
    async erase(text) {
      await commits.write(() => erase.run(text));
    },
  };
}
