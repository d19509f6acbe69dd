/**
 * How a reading that saw everybody becomes the directory: leavers go, newcomers come, then its date is shown. A
 * million rows are gone through a few at a time, so that no phone waits; done again it changes nothing.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { FollowerPeople } from './follower-people.ts';
import { FIRST_PLACE } from './follower-places.ts';
import type { Row } from './follower-rows.ts';
import { breathe, type Transaction } from './follower-transaction.ts';

/** Rows looked at, and rows moved, before anybody else has a turn: a few milliseconds. */
const LOOKED_AT = 2000;
const MOVED = 100;

/** `directory` is the account's row of `directories`. */
export interface FollowerCompletion {
  /** How many different people the reading has seen. */
  seen(directory: Row): Promise<number>;
  /** @returns how many are present. @throws StorageFailed */
  complete(directory: Row, at: number, total: number | null): Promise<number>;
}

const SHOW = `
UPDATE directories SET complete_generation = generation, previous_at = completed_at, completed_at = :at,
  present = :present, arrived = :arrived, returned = :returned, departed = :departed, started_at = NULL,
  next_openid = '', fetched = :present, reached = :present, total = :total, is_paused = 0, resumes_at = NULL, failed = 0, reason = NULL, errcode = NULL
WHERE number = :account`;

/** Of leavers of earlier readings only the openid is of use: to say that they returned. */
const STRIP = `
UPDATE departed_followers SET departed_generation = 0, place = 0, unionid = NULL, remark = NULL,
  remark_folded = '', tag_list = '', subscribe_time = 0, scene = NULL, language = NULL
WHERE account = :account AND openid IN (SELECT openid FROM departed_followers
  WHERE account = :account AND departed_generation > 0 AND departed_generation < :generation LIMIT ${MOVED})`;

export function createFollowerCompletion(
  database: DatabaseSync,
  people: FollowerPeople,
  transaction: Transaction,
): FollowerCompletion {
  const walk = database.prepare(
    `SELECT place, generation FROM followers INDEXED BY followers_in_order
     WHERE account = ? AND place > ? ORDER BY place LIMIT ${LOOKED_AT}`,
  );
  const newcomers = database.prepare(
    `SELECT openid FROM arriving_followers WHERE account = ? AND openid > ? ORDER BY openid LIMIT ${LOOKED_AT}`,
  );
  const whole = database.prepare('SELECT * FROM followers WHERE place = ?');
  const arriving = database.prepare(
    `SELECT openid, details FROM arriving_followers WHERE account = ? LIMIT ${MOVED}`,
  );
  const settle = database.prepare('DELETE FROM arriving_followers WHERE account = ? AND openid = ?');
  const comeBack = database.prepare('DELETE FROM departed_followers WHERE account = ? AND openid = ?');
  const arrivals = database.prepare(
    `SELECT count(*) AS people FROM followers
     WHERE account = ? AND since_generation = ? AND since_generation > 0 AND has_returned = ?`,
  );
  const leavers = database.prepare(
    'SELECT count(*) AS people FROM departed_followers WHERE account = ? AND departed_generation = ?',
  );
  const show = database.prepare(SHOW);
  const strip = database.prepare(STRIP);

  /** @returns how many stay */
  async function partWithLeavers(account: number, generation: number, isFirst: boolean): Promise<number> {
    let present = 0;
    let after = FIRST_PLACE;
    for (;;) {
      const rows = walk.all(account, after);
      const gone = rows.filter((row) => Number(row.generation) < generation);
      present += rows.length - gone.length;
      for (let start = 0; start < gone.length; start += MOVED) {
        transaction(() => {
          for (const { place } of gone.slice(start, start + MOVED)) {
            const row = whole.get(Number(place));
            if (row === undefined) continue;
            // Whom a first reading was begun with was never shown, so nobody can have left.
            if (isFirst) people.remove(row);
            else people.depart(row, generation);
          }
        });
        await breathe();
      }
      if (rows.length < LOOKED_AT) return present;
      after = Number(rows.at(-1)?.place);
      await breathe();
    }
  }

  /** @returns how many came */
  async function letNewcomersIn(account: number, generation: number): Promise<number> {
    let came = 0;
    for (;;) {
      const rows = arriving.all(account);
      if (rows.length === 0) return came;
      transaction(() => {
        for (const row of rows) {
          const openid = String(row.openid);
          const details = typeof row.details === 'string' ? JSON.parse(row.details) : null;
          const hasReturned = comeBack.run(account, openid).changes > 0;
          settle.run(account, openid);
          people.add(account, openid, details, { generation, since: generation, hasReturned });
        }
      });
      came += rows.length;
      await breathe();
    }
  }

  async function seen(directory: Row): Promise<number> {
    const account = Number(directory.number);
    let people = 0;
    for (let after: number | null = FIRST_PLACE; after !== null; await breathe()) {
      const rows: Row[] = walk.all(account, after);
      people += rows.filter((row) => row.generation === directory.generation).length;
      after = rows.length < LOOKED_AT ? null : Number(rows.at(-1)?.place);
    }
    for (let after: string | null = ''; after !== null; await breathe()) {
      const rows: Row[] = newcomers.all(account, after);
      people += rows.length;
      after = rows.length < LOOKED_AT ? null : String(rows.at(-1)?.openid);
    }
    return people;
  }

  async function complete(directory: Row, at: number, total: number | null): Promise<number> {
    const account = Number(directory.number);
    const generation = Number(directory.generation);
    const stayed = await partWithLeavers(account, generation, directory.complete_generation === 0);
    const came = await letNewcomersIn(account, generation);
    const facts = {
      arrived: Number(arrivals.get(account, generation, 0)?.people),
      returned: Number(arrivals.get(account, generation, 1)?.people),
      departed: Number(leavers.get(account, generation)?.people),
    };
    const present = stayed + came;
    transaction(() => show.run({ account, at, present, total, ...facts }));
    let stripped = MOVED;
    while (stripped === MOVED) {
      stripped = transaction(() => Number(strip.run({ account, generation }).changes));
      await breathe();
    }
    return present;
  }

  return { seen, complete };
}
