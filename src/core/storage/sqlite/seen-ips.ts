/** The addresses WeChat saw this machine call from, per account: a new one is the usual cause of a refused IP. */
import type { DatabaseSync } from 'node:sqlite';
import type { SeenIp } from '#shared/model/doctor.ts';
import type { GroupCommit } from './group-commit.ts';

export const seenIpSchema = `
CREATE TABLE seen_ips (
  account_id TEXT NOT NULL,
  ip TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  allowed INTEGER NOT NULL,
  PRIMARY KEY (account_id, ip)
) STRICT, WITHOUT ROWID;
`;

export interface SeenIps {
  /**
   * Notes one address; once an hour is enough for one that has not changed its standing. What cannot be written
   * is noted again the next time.
   */
  note(accountId: string, ip: string, allowed: boolean, at: number): void;
  /** The latest first, fifty at most. */
  list(accountId: string): SeenIp[];
  forget(accountId: string): void;
}

/** During an event every scan may be refused for the same address: that is one fact, not a thousand writes. */
const HOUR_MS = 3_600_000;
/** A line whose address changes every day must not fill the disk. */
const MOST = 50;

export function createSeenIps(database: DatabaseSync, commits: GroupCommit): SeenIps {
  const upsert = database.prepare(
    `INSERT INTO seen_ips (account_id, ip, first_seen_at, last_seen_at, allowed) VALUES (?1, ?2, ?3, ?3, ?4)
     ON CONFLICT (account_id, ip) DO UPDATE SET last_seen_at = ?3, allowed = ?4`,
  );
  const prune = database.prepare(
    `DELETE FROM seen_ips WHERE account_id = ?1 AND ip NOT IN
     (SELECT ip FROM seen_ips WHERE account_id = ?1 ORDER BY last_seen_at DESC, ip LIMIT ${MOST})`,
  );
  const select = database.prepare(
    `SELECT ip, first_seen_at, last_seen_at, allowed FROM seen_ips
     WHERE account_id = ? ORDER BY last_seen_at DESC, ip`,
  );
  const remove = database.prepare('DELETE FROM seen_ips WHERE account_id = ?');
  /** By account and address: some lines leave by another address at every call. */
  const noted = new Map<string, Map<string, { allowed: boolean; at: number }>>();

  function notedOf(accountId: string): Map<string, { allowed: boolean; at: number }> {
    let known = noted.get(accountId);
    if (known === undefined || known.size > MOST) {
      known = new Map();
      noted.set(accountId, known);
    }
    return known;
  }

  return {
    note(accountId, ip, allowed, at) {
      const known = notedOf(accountId);
      const last = known.get(ip);
      if (last?.allowed === allowed && Math.abs(at - last.at) < HOUR_MS) return;
      known.set(ip, { allowed, at });
      commits
        .write(() => {
          upsert.run(accountId, ip, at, allowed ? 1 : 0);
          prune.run(accountId);
        })
        .catch(() => known.delete(ip));
    },
    list: (accountId) =>
      select.all(accountId).map((row) => ({
        ip: String(row.ip),
        firstSeenAt: new Date(Number(row.first_seen_at)).toISOString(),
        lastSeenAt: new Date(Number(row.last_seen_at)).toISOString(),
        allowed: row.allowed === 1,
      })),
    forget(accountId) {
      noted.delete(accountId);
      commits.write(() => remove.run(accountId)).catch(() => undefined);
    },
  };
}
