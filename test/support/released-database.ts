/** A database as a released version left it, before the layouts that came later. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { carriedParamSchema } from '#core/storage/sqlite/carried-params.ts';
import { followerSchema } from '#core/storage/sqlite/follower-schema.ts';
import { scanSchema } from '#core/storage/sqlite/scan-schema.ts';
import { seenIpSchema } from '#core/storage/sqlite/seen-ips.ts';
import { tokenFetchSchema } from '#core/storage/sqlite/token-fetches.ts';

const STEPS = [
  `${scanSchema}\n${carriedParamSchema}\n${followerSchema}`,
  `${tokenFetchSchema}\n${seenIpSchema}`,
];

/** Makes `scans.db` in the folder, with `layout` steps taken and then `sql` run on it. */
export function makeReleasedDatabase(folder: string, layout: 1 | 2, sql: string): void {
  const database = new DatabaseSync(join(folder, 'scans.db'));
  database.exec(`${STEPS.slice(0, layout).join('\n')}; PRAGMA user_version = ${layout}; ${sql}`);
  database.close();
}

/** One scan of an old layout, and its place in the tallies, as SQL. */
export function oldScanSql(id: number, openid: string, { verdict = 'followed', reason = '' } = {}): string {
  return `INSERT INTO scans (id, revision, entry_id, account_id, openid, unionid, verdict, reason, param, scanned_at,
      decided_at, visits, code_digests)
    VALUES (${id}, ${id}, 'entry00001', 'account001', '${openid}', 'union-${openid}', '${verdict}', nullif('${reason}', ''),
      'brought by ${openid}', ${1_700_000_000_000 + id}, ${1_700_000_000_000 + id}, 1, 'digest${id}');
    INSERT INTO tallies VALUES ('entry00001', 'account001', '${verdict}', 1)
      ON CONFLICT DO UPDATE SET count = count + 1;`;
}
