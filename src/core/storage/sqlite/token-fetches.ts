/**
 * How often tokens were fetched and forced today: WeChat counts both per AppID and day, and a restart must not
 * make FollowDesk forget what it has used.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './group-commit.ts';

export const tokenFetchSchema = `
CREATE TABLE token_fetches (
  app_id TEXT NOT NULL,
  day TEXT NOT NULL,
  fetched INTEGER NOT NULL DEFAULT 0,
  forced INTEGER NOT NULL DEFAULT 0,
  forced_at INTEGER,
  PRIMARY KEY (app_id, day)
) STRICT, WITHOUT ROWID;
`;

export interface TokenFetchCount {
  fetched: number;
  forced: number;
  /** Milliseconds since the epoch; null when nothing was forced today or yesterday. */
  forcedAt: number | null;
}

export interface TokenFetches {
  /**
   * Counts one at once; resolves when it is on disk. What cannot be written is counted in memory until the
   * next start, so this never rejects.
   */
  note(appId: string, kind: 'fetched' | 'forced', at: number): Promise<void>;
  today(appId: string, now: number): TokenFetchCount;
}

const DAY_MS = 86_400_000;
const CHINA_IS_AHEAD_MS = 8 * 3_600_000;

/** The date in China, where WeChat's day begins. */
function chinaDay(at: number): string {
  return new Date(at + CHINA_IS_AHEAD_MS).toISOString().slice(0, 10);
}

/** The next midnight in China, in milliseconds since the epoch. */
export function nextChinaMidnight(at: number): number {
  return (Math.floor((at + CHINA_IS_AHEAD_MS) / DAY_MS) + 1) * DAY_MS - CHINA_IS_AHEAD_MS;
}

/** Forgets, when it opens, every day but today and yesterday. */
export function createTokenFetches(database: DatabaseSync, commits: GroupCommit, now: number): TokenFetches {
  const select = database.prepare('SELECT fetched, forced FROM token_fetches WHERE app_id = ? AND day = ?');
  const selectLast = database.prepare('SELECT MAX(forced_at) AS at FROM token_fetches WHERE app_id = ?');
  const replace = database.prepare(
    'INSERT OR REPLACE INTO token_fetches (app_id, day, fetched, forced, forced_at) VALUES (?, ?, ?, ?, ?)',
  );
  database.prepare('DELETE FROM token_fetches WHERE day < ?').run(chinaDay(now - DAY_MS));
  const counts = new Map<string, TokenFetchCount & { day: string }>();

  /** Also yesterday's: two forced a minute apart may have midnight between them. */
  function lastForced(appId: string): number | null {
    const at = selectLast.get(appId)?.at;
    return typeof at === 'number' ? at : null;
  }

  function countOf(appId: string, day: string): TokenFetchCount & { day: string } {
    const known = counts.get(appId);
    if (known?.day === day) return known;
    const row = select.get(appId, day);
    const count = {
      day,
      fetched: Number(row?.fetched ?? 0),
      forced: Number(row?.forced ?? 0),
      forcedAt: known ? known.forcedAt : lastForced(appId),
    };
    counts.set(appId, count);
    return count;
  }

  return {
    note(appId, kind, at) {
      const day = chinaDay(at);
      const count = countOf(appId, day);
      count[kind] += 1;
      if (kind === 'forced') count.forcedAt = at;
      const { fetched, forced, forcedAt } = count;
      return commits
        .write(() => void replace.run(appId, day, fetched, forced, forcedAt))
        .catch(() => undefined);
    },
    today(appId, at) {
      const { fetched, forced, forcedAt } = countOf(appId, chinaDay(at));
      return { fetched, forced, forcedAt };
    },
  };
}
