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

/** Seldom enough to cost nothing, often enough that little is forgotten at a time. */
const FORGET_EVERY_MS = 60_000;

export interface CarriedParams {
  /** Durable when it settles. @throws StorageFailed */
  keep(nonce: string, param: string, at: number): Promise<void>;
  take(nonce: string): string | null;
  /** Forgets those with one of these texts in them. @throws StorageFailed */
  erase(texts: readonly string[]): Promise<void>;
}

/** Forgets, when it opens and now and then, what is older than `keepMs`. */
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
  const forget = database.prepare('DELETE FROM carried_params WHERE at < ?');
  let forgotAt = now;
  forget.run(now - keepMs);
  return {
    async keep(nonce, param, at) {
      await commits.write(() => {
        insert.run(nonce, param, at);
        if (Math.abs(at - forgotAt) < FORGET_EVERY_MS) return;
        forgotAt = at;
        forget.run(at - keepMs);
      });
    },
    take(nonce) {
      const row = select.get(nonce);
      return typeof row?.param === 'string' ? row.param : null;
    },
    async erase(texts) {
      await commits.write(() => {
        for (const text of texts) erase.run(text);
      });
    },
  };
}
