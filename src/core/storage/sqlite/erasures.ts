/**
 * Erasures that have begun: one that was interrupted, by a crash or a disk that refused, is finished at the next
 * start. The rule: whoever is being erased stands here veiled, because the files are searched for them while
 * their row is still needed.
 */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../storage-failure.ts';
import type { GroupCommit } from './group-commit.ts';

export const erasureSchema = `
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  veil BLOB NOT NULL,
  veiled BLOB NOT NULL
) STRICT;
`;

/** Who is to be forgotten, and the texts that nothing may hold afterwards. */
export interface Forgotten {
  accountId: string;
  openid: string;
  texts: readonly string[];
}

/** Every write is durable when it settles. @throws StorageFailed */
export interface Erasures {
  /** @returns what names it to `end`. */
  begin(forgotten: Forgotten): Promise<number>;
  end(id: number): Promise<void>;
  /** Begun and not ended. @throws StorageFailed */
  unfinished(): (Forgotten & { id: number })[];
}

function veil(text: Uint8Array, by: Uint8Array): Buffer {
  return Buffer.from(text.map((byte, index) => byte ^ (by[index] ?? 0)));
}

export function createErasures(database: DatabaseSync, commits: GroupCommit): Erasures {
  const insert = database.prepare('INSERT INTO erasures (veil, veiled) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM erasures WHERE id = ?');
  const select = database.prepare('SELECT id, veil, veiled FROM erasures ORDER BY id');

  return {
    begin(forgotten) {
      const text = Buffer.from(JSON.stringify(forgotten));
      const by = randomBytes(text.length);
      return commits.write(() => Number(insert.run(by, veil(text, by)).lastInsertRowid));
    },
    async end(id) {
      await commits.write(() => remove.run(id));
    },
    unfinished() {
      try {
        return select.all().map(({ id, veil: by, veiled }) => {
          const text = veil(veiled as Uint8Array, by as Uint8Array);
          return { ...(JSON.parse(text.toString()) as Forgotten), id: Number(id) };
        });
      } catch (error) {
        throw storageFailure(error);
      }
    },
  };
}
