/**
 * The people of all directories, one at a time. The rule: a follower's row, tags and words are written here and
 * nowhere else, so that they never disagree. Every method runs within the caller's transaction.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Follower } from '#shared/model/user.ts';
import { createFreePlace } from './follower-places.ts';
import {
  type Details,
  detailsOf,
  fold,
  numberOrNull,
  type Row,
  sameDetails,
  storedDetails,
  tagsOf,
} from './follower-rows.ts';
import { createScenes } from './follower-scenes.ts';
import { wordsOf } from './follower-words.ts';

/** Which readings know them: the last that saw them, and the one that brought them (0 = the first of all). */
export interface Seen {
  generation: number;
  since: number;
  hasReturned: boolean;
}

export interface FollowerPeople {
  /** Their row, with `scene_name`. */
  find(account: number, openid: string): Row | undefined;
  add(account: number, openid: string, details: Follower | null, seen: Seen): void;
  /** Sets what is known about them; what is the same already costs nothing. */
  change(row: Row, details: Follower): void;
  /** A reading saw them. */
  see(row: Row, generation: number): void;
  /** A complete reading missed them. */
  depart(row: Row, generation: number): void;
  /** Takes them out of the directory. */
  remove(row: Row): void;
  /** Has the full-text index overwrite what it removes, too: slow, so for a person's own wish only. */
  overwriteWords(isWanted: boolean): void;
  /** Writes words of those whom the step to this layout had to leave without. @returns whether any were left */
  writeMissingWords(): boolean;
}

const ADD = `
INSERT INTO followers (place, account, openid, unionid, remark, remark_folded, tag_list, subscribe_time, scene,
  language, generation, since_generation, has_returned)
VALUES (:place, :account, :openid, :unionid, :remark, :remark_folded, :tag_list, :subscribe_time,
  :scene, :language, :generation, :since, :returned)`;

const CHANGE = `
UPDATE followers SET place = :place, unionid = :unionid, remark = :remark, remark_folded = :remark_folded,
  tag_list = :tag_list, subscribe_time = :subscribe_time, scene = :scene, language = :language
WHERE place = :before`;

const DEPART = `
INSERT OR REPLACE INTO departed_followers (account, openid, departed_generation, place, unionid, remark,
  remark_folded, tag_list, subscribe_time, scene, language)
SELECT account, openid, ?, place, unionid, remark, remark_folded, tag_list, subscribe_time, scene, language
FROM followers WHERE place = ?`;

export function createFollowerPeople(database: DatabaseSync): FollowerPeople {
  const find = database.prepare(
    `SELECT followers.*, name AS scene_name FROM followers LEFT JOIN follower_scenes ON number = scene
     WHERE account = ? AND openid = ?`,
  );
  const add = database.prepare(ADD);
  const change = database.prepare(CHANGE);
  const see = database.prepare('UPDATE followers SET generation = ? WHERE place = ?');
  const remove = database.prepare('DELETE FROM followers WHERE place = ?');
  const depart = database.prepare(DEPART);
  const addTag = database.prepare(
    'INSERT INTO follower_tags (account, tag, place, scene) VALUES (?, ?, ?, ?)',
  );
  const removeTag = database.prepare('DELETE FROM follower_tags WHERE account = ? AND tag = ? AND place = ?');
  const addWords = database.prepare('INSERT INTO follower_texts (rowid, words) VALUES (?, ?)');
  const removeWords = database.prepare(
    "INSERT INTO follower_texts (follower_texts, rowid, words) VALUES ('delete', ?, ?)",
  );
  const overwrite = database.prepare(
    "INSERT INTO follower_texts (follower_texts, rank) VALUES ('secure-delete', CAST(? AS INTEGER))",
  );
  const unwritten = database.prepare(
    'SELECT followers.* FROM follower_unwritten JOIN followers USING (place) LIMIT 2000',
  );
  const written = database.prepare('DELETE FROM follower_unwritten WHERE place = ?');
  const scenes = createScenes(database);
  const freePlace = createFreePlace(database);

  /** The index is told what to remove word by word, so a row's words follow from what is stored of it. */
  function words({ account, remark_folded: folded, tag_list: tags, scene }: Row): string {
    return wordsOf(String(folded), {
      account: Number(account),
      tags: tagsOf(tags),
      scene: numberOrNull(scene),
    });
  }

  function index(row: Row): void {
    const place = Number(row.place);
    for (const tag of tagsOf(row.tag_list))
      addTag.run(Number(row.account), tag, place, numberOrNull(row.scene));
    if (row.remark_folded !== '') addWords.run(place, words(row));
  }

  function unindex(row: Row): void {
    const place = Number(row.place);
    for (const tag of tagsOf(row.tag_list)) removeTag.run(Number(row.account), tag, place);
    if (row.remark_folded !== '') removeWords.run(place, words(row));
  }

  function columns(details: Details) {
    const { remark, tags, time, ...rest } = details;
    return {
      ...rest,
      remark,
      remark_folded: fold(remark ?? ''),
      tag_list: tags,
      subscribe_time: time,
    };
  }

  return {
    find: (account, openid) => find.get(account, openid),
    add(account, openid, follower, { generation, since, hasReturned }) {
      const details = detailsOf(follower, scenes.numberOf);
      const row = { place: freePlace(details.time), account, ...columns(details) };
      add.run({ ...row, openid, generation, since, returned: Number(hasReturned) });
      index(row);
    },
    change(row, follower) {
      const stored = storedDetails(row);
      const details = detailsOf(follower, scenes.numberOf);
      if (sameDetails(stored, details)) return;
      const before = Number(row.place);
      const place = stored.time === details.time ? before : freePlace(details.time);
      unindex(row);
      change.run({ before, place, ...columns(details) });
      Object.assign(row, { place, ...columns(details) });
      index(row);
    },
    see: ({ place }, generation) => void see.run(generation, Number(place)),
    remove(row) {
      unindex(row);
      remove.run(Number(row.place));
    },
    depart(row, generation) {
      depart.run(generation, Number(row.place));
      unindex(row);
      remove.run(Number(row.place));
    },
    overwriteWords: (isWanted) => void overwrite.run(Number(isWanted)),
    writeMissingWords() {
      const rows = unwritten.all();
      for (const row of rows) {
        addWords.run(Number(row.place), words(row));
        written.run(Number(row.place));
      }
      return rows.length > 0;
    },
  };
}
