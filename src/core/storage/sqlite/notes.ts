/** What somebody noted on a person of an account; a person without a note has no row. */
import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './group-commit.ts';

export const noteSchema = `
CREATE TABLE notes (
  account_id TEXT NOT NULL,
  openid TEXT NOT NULL,
  note TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, openid)
) STRICT, WITHOUT ROWID;
`;

export interface StoredNote {
  note: string;
  /** Milliseconds since the epoch. */
  notedAt: number;
}

/** Every write is durable when it settles. @throws StorageFailed */
export interface Notes {
  get(accountId: string, openid: string): StoredNote | null;
  /** An empty note removes it. */
  write(accountId: string, openid: string, note: string, at: number): Promise<void>;
  /** This person's, on every account, and the texts out of everybody else's. @returns how many were theirs. */
  erase(openid: string, texts: readonly string[]): Promise<number>;
  /** Up to `limit` of those noted before, of people without a scan. @returns how many went. */
  forgetBefore(before: number, limit: number): Promise<number>;
}

export function createNotes(database: DatabaseSync, commits: GroupCommit): Notes {
  const select = database.prepare('SELECT note, noted_at FROM notes WHERE account_id = ? AND openid = ?');
  const replace = database.prepare(
    'INSERT OR REPLACE INTO notes (account_id, openid, note, noted_at) VALUES (?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM notes WHERE account_id = ? AND openid = ?');
  const erase = database.prepare('DELETE FROM notes WHERE openid = ?');
  const eraseMentions = database.prepare(
    `UPDATE notes SET note = replace(note, ?1, '…') WHERE instr(note, ?1) > 0`,
  );
  const forget = database.prepare(
    `DELETE FROM notes WHERE (account_id, openid) IN (
       SELECT account_id, openid FROM notes WHERE noted_at < ? AND NOT EXISTS
         (SELECT 1 FROM scans WHERE scans.openid = notes.openid AND scans.account_id = notes.account_id)
       LIMIT ?)`,
  );

  return {
    get(accountId, openid) {
      const row = select.get(accountId, openid);
      return row ? { note: String(row.note), notedAt: Number(row.noted_at) } : null;
    },
    async write(accountId, openid, note, at) {
      await commits.write(() =>
        note === '' ? remove.run(accountId, openid) : replace.run(accountId, openid, note, at),
      );
    },
    erase: (openid, texts) =>
      commits.write(() => {
        const { changes } = erase.run(openid);
        for (const text of texts) eraseMentions.run(text);
        return Number(changes);
      }),
    forgetBefore: (before, limit) => commits.write(() => Number(forget.run(before, limit).changes)),
  };
}
