/** The follower directory in SQLite: what a sync writes, generation by generation, and what is done to people. */
import type { DatabaseSync } from 'node:sqlite';
import type { Follower } from '#shared/model/user.ts';
import type { FollowerStore } from '../follower-store.ts';
import { createFollowerCompletion } from './follower-completion.ts';
import { createForgetFollowers } from './follower-forgetting.ts';
import { createReadFollowerPage } from './follower-page.ts';
import { createFollowerPeople } from './follower-people.ts';
import { followerOf, type Row } from './follower-rows.ts';
import { createFollowerSyncs } from './follower-syncs.ts';
import { breathe, createTransaction } from './follower-transaction.ts';

/** People who lose a removed tag in one transaction. */
const UNTAGGED = 100;

/** The database must hold `followerDirectorySchema`; it stays the caller's to close. */
export function createFollowerStore(database: DatabaseSync): FollowerStore {
  const transaction = createTransaction(database);
  const people = createFollowerPeople(database);
  const { row: directoryOf, ...syncs } = createFollowerSyncs(database, transaction);
  const completion = createFollowerCompletion(database, people, transaction);
  const forgetting = createForgetFollowers(database, people, transaction);
  const readPage = createReadFollowerPage(database);
  const isStored = database.prepare(
    `SELECT 1 FROM followers WHERE account = :account AND openid = :openid AND generation = :generation
     UNION ALL SELECT 1 FROM arriving_followers WHERE account = :account AND openid = :openid`,
  );
  const arrive = database.prepare(
    `INSERT INTO arriving_followers (account, openid, details) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET details = coalesce(excluded.details, details)`,
  );
  const reach = database.prepare('UPDATE directories SET reached = ?, total = ? WHERE number = ?');
  const tagged = database.prepare(
    `SELECT followers.*, name AS scene_name FROM follower_tags JOIN followers USING (place)
     LEFT JOIN follower_scenes ON number = followers.scene
     WHERE follower_tags.account = ? AND tag = ? LIMIT ${UNTAGGED}`,
  );

  // A few thousand at a time: a large directory would not fit into memory at once.
  while (transaction(people.writeMissingWords));
  forgetting.finish();

  function find(accountId: string, openid: string): Row | undefined {
    const directory = directoryOf(accountId);
    return directory && people.find(Number(directory.number), openid);
  }

  function retag(row: Row, tagId: number, add: boolean): void {
    const follower = followerOf(row);
    const others = follower.tagIds.filter((id) => id !== tagId);
    people.change(row, { ...follower, tagIds: add ? [...others, tagId] : others });
  }

  return {
    ...syncs,
    missing(accountId, openids) {
      const { number: account = 0, generation = 0 } = directoryOf(accountId) ?? {};
      return openids.filter((openid) => isStored.get({ account, openid, generation }) === undefined);
    },
    write(accountId, listed, count) {
      const directory = directoryOf(accountId);
      const account = Number(directory?.number);
      const generation = Number(directory?.generation);
      const isFirst = directory?.complete_generation === 0;
      transaction(() => {
        for (const { openid, details } of listed) {
          const row = people.find(account, openid);
          if (row) {
            if (details) people.change(row, details);
            people.see(row, generation);
          } else if (isFirst) {
            people.add(account, openid, details, { generation, since: 0, hasReturned: false });
          } else {
            arrive.run(account, openid, details === null ? null : JSON.stringify(details));
          }
        }
        if (count) reach.run(count.reached, count.total, account);
      });
    },
    async seen(accountId) {
      const directory = directoryOf(accountId);
      return directory ? completion.seen(directory) : 0;
    },
    async complete(accountId, at, total) {
      const directory = directoryOf(accountId);
      return directory ? completion.complete(directory, at, total ?? null) : 0;
    },

    page: (query) => readPage(query, directoryOf(query.accountId)),
    get(accountId, openid) {
      const row = find(accountId, openid);
      return row ? followerOf(row) : null;
    },
    setRemark(accountId, openid, remark) {
      return transaction(() => {
        const row = find(accountId, openid);
        if (row === undefined) return null;
        const follower: Follower = { ...followerOf(row), remark: remark === '' ? null : remark };
        people.change(row, follower);
        return follower;
      });
    },
    setTag(accountId, tagId, openids, add) {
      transaction(() => {
        for (const openid of openids) {
          const row = find(accountId, openid);
          if (row) retag(row, tagId, add);
        }
      });
    },
    async removeTag(accountId, tagId) {
      const directory = directoryOf(accountId);
      for (let rows = UNTAGGED; directory && rows === UNTAGGED; await breathe()) {
        rows = transaction(() => {
          const people = tagged.all(Number(directory.number), tagId);
          for (const row of people) retag(row, tagId, false);
          return people.length;
        });
      }
    },
    erase(accountId, openid) {
      const directory = directoryOf(accountId);
      return directory ? forgetting.person(Number(directory.number), openid) : 0;
    },
    async forget(accountId) {
      await forgetting.account(accountId);
    },
  };
}
