/**
 * Pages of the directory, newest first, by keyset: a page begins after the last row of the one before, so
 * rows that come and go in between neither repeat nor hide others. No LIKE, so no character is special.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { FollowerPage, FollowerQuery } from '#shared/model/user.ts';
import { BadCursor } from '../../errors.ts';
import { fold, followerOf, type Row } from './follower-rows.ts';

interface Place {
  time: number;
  openid: string;
}

const CURSOR = /^(\d{1,15})\.([^\0]{1,128})$/u;

function encodeCursor(row: Row): string {
  return Buffer.from(`${row.subscribe_time}.${row.openid}`).toString('base64url');
}

function decodeCursor(cursor: string): Place {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
  if (match?.[1] === undefined || match[2] === undefined) throw new BadCursor();
  return { time: Number(match[1]), openid: match[2] };
}

interface Filter {
  sql: string;
  values: Record<string, SQLInputValue>;
  /** How the order names the time. A text search reads the table once; the index would fetch row by row. */
  time: 'subscribe_time' | '+subscribe_time';
}

function filterOf({ accountId, q, tag }: FollowerQuery, shown: number): Filter {
  const conditions = ['account_id = :account', 'gone_at IS NULL', 'since_generation <= :shown'];
  const values: Record<string, SQLInputValue> = { account: accountId, shown };
  const text = q?.trim() ?? '';
  if (text !== '') {
    conditions.push(
      `(substr(openid, 1, length(:text)) = :text
        OR substr(unionid, 1, length(:text)) = :text
        OR instr(remark_folded, :folded) > 0)`,
    );
    values.text = text;
    values.folded = fold(text);
  }
  if (tag !== undefined) {
    conditions.push('instr(tag_list, :tag) > 0');
    values.tag = `,${tag},`;
  }
  const time = text === '' ? 'subscribe_time' : '+subscribe_time';
  return { sql: conditions.join(' AND '), values, time };
}

/** `sync` is the account's row of `follower_syncs`, absent before the first sync. @throws BadCursor */
export function readFollowerPage(
  database: DatabaseSync,
  query: FollowerQuery,
  sync: Row | undefined,
): FollowerPage {
  const filter = filterOf(query, Number(sync?.complete_generation ?? 0));
  const after = query.cursor ? decodeCursor(query.cursor) : null;
  const counted = database
    .prepare(`SELECT count(*) AS total FROM followers WHERE ${filter.sql}`)
    .get(filter.values);
  const rows: Row[] = database
    .prepare(
      `SELECT * FROM followers WHERE ${filter.sql}
         ${after ? `AND (${filter.time}, openid) < (:time, :openid)` : ''}
       ORDER BY ${filter.time} DESC, openid DESC LIMIT :rows`,
    )
    .all({ ...filter.values, ...after, rows: query.limit + 1 });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const completedAt = sync?.completed_at;
  return {
    items: items.map(followerOf),
    total: Number(counted?.total ?? 0),
    nextCursor: rows.length > query.limit && last ? encodeCursor(last) : null,
    asOf: typeof completedAt === 'number' ? new Date(completedAt).toISOString() : null,
  };
}
