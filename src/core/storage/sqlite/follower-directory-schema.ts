/**
 * The tables of the follower directory since it is searched a million rows at a time. The rule: whatever is
 * searched for has an index in the directory's own order, so that a page and a count are short walks, never scans.
 */
import { FIRST_SECOND, PLACES_A_SECOND } from './follower-places.ts';

/**
 * `directories`: one row per account: the reading that runs (`generation`, `next_openid`, …), the last complete
 * one, and what that one changed. `account_id` is null while a forgotten account is being erased.
 *
 * `followers`: those the last complete reading saw. `place` is the order of the directory and the key of
 * everything: see follower-places.ts. `generation` is the reading that saw them last, `since_generation` the one
 * that brought them, 0 for the first of all. `tag_list` is `,2,100,`. Times are Unix seconds, 0 = not told.
 *
 * `follower_tags` and `follower_texts` follow from `followers` and are written only with it. `follower_texts`
 * holds no text, only the words of follower-words.ts; `follower_unwritten` names the places it still lacks.
 *
 * `arriving_followers`: newcomers of a reading that is not complete, with their details as JSON.
 * `departed_followers`: whom a complete reading missed; with details for the latest reading only.
 */
const tables = `
CREATE TABLE directories (
  number INTEGER PRIMARY KEY,
  account_id TEXT UNIQUE,
  generation INTEGER NOT NULL DEFAULT 0,
  complete_generation INTEGER NOT NULL DEFAULT 0,
  completed_at INTEGER,
  previous_at INTEGER,
  present INTEGER NOT NULL DEFAULT 0,
  arrived INTEGER NOT NULL DEFAULT 0,
  departed INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER,
  next_openid TEXT NOT NULL DEFAULT '',
  fetched INTEGER NOT NULL DEFAULT 0,
  reached INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  is_paused INTEGER NOT NULL DEFAULT 0,
  resumes_at INTEGER,
  failed INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  errcode INTEGER
) STRICT;
CREATE TABLE follower_scenes (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE followers (
  place INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  openid TEXT NOT NULL,
  unionid TEXT,
  remark TEXT,
  remark_folded TEXT NOT NULL DEFAULT '',
  tag_list TEXT NOT NULL DEFAULT '',
  subscribe_time INTEGER NOT NULL DEFAULT 0,
  scene INTEGER,
  language TEXT,
  generation INTEGER NOT NULL,
  since_generation INTEGER NOT NULL DEFAULT 0,
  has_returned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX followers_by_openid ON followers (account, openid);
CREATE INDEX followers_by_unionid ON followers (account, unionid) WHERE unionid IS NOT NULL;
CREATE INDEX followers_in_order ON followers (account);
CREATE INDEX followers_by_scene ON followers (account, scene);
CREATE INDEX followers_by_arrival ON followers (account, since_generation, has_returned)
  WHERE since_generation > 0;
CREATE TABLE follower_tags (
  account INTEGER NOT NULL,
  tag INTEGER NOT NULL,
  place INTEGER NOT NULL,
  scene INTEGER,
  PRIMARY KEY (account, tag, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX follower_tags_by_scene ON follower_tags (account, tag, scene, place);
CREATE VIRTUAL TABLE follower_texts USING fts5(words, content = '', detail = none, tokenize = 'ascii');
CREATE TABLE follower_unwritten (place INTEGER PRIMARY KEY) STRICT;
CREATE TABLE arriving_followers (
  account INTEGER NOT NULL,
  openid TEXT NOT NULL,
  details TEXT,
  PRIMARY KEY (account, openid)
) STRICT, WITHOUT ROWID;
CREATE TABLE departed_followers (
  account INTEGER NOT NULL,
  openid TEXT NOT NULL,
  departed_generation INTEGER NOT NULL,
  place INTEGER NOT NULL DEFAULT 0,
  unionid TEXT,
  remark TEXT,
  remark_folded TEXT NOT NULL DEFAULT '',
  tag_list TEXT NOT NULL DEFAULT '',
  subscribe_time INTEGER NOT NULL DEFAULT 0,
  scene INTEGER,
  language TEXT,
  PRIMARY KEY (account, departed_generation, place, openid)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX departed_followers_by_openid ON departed_followers (account, openid);
`;

/** A reading that was under way is begun anew: its newcomers are no part of the directory yet. */
const move = `
INSERT INTO directories (account_id, generation, complete_generation, completed_at)
  SELECT account_id, generation, complete_generation, completed_at FROM follower_syncs_before;
INSERT INTO follower_scenes (name)
  SELECT DISTINCT subscribe_scene FROM followers_before WHERE subscribe_scene IS NOT NULL;
INSERT INTO followers (place, account, openid, unionid, remark, remark_folded, tag_list, subscribe_time, scene,
    language, generation)
  SELECT CASE second WHEN 0 THEN -turn ELSE (second - ${FIRST_SECOND}) * ${PLACES_A_SECOND} + turn - 1 END,
    account, openid, unionid, remark, remark_folded, tag_list, subscribe_time, scene, language, seen
  FROM (
    SELECT *, row_number() OVER (PARTITION BY second ORDER BY openid) AS turn
    FROM (
      SELECT old.*, directory.number AS account, scene.number AS scene,
        directory.complete_generation AS seen,
        CASE WHEN subscribe_time = 0 THEN 0 ELSE max(subscribe_time, ${FIRST_SECOND}) END AS second
      FROM followers_before AS old
      JOIN directories AS directory USING (account_id)
      LEFT JOIN follower_scenes AS scene ON scene.name = old.subscribe_scene
      WHERE gone_at IS NULL AND since_generation <= complete_generation
    )
  );
UPDATE directories SET present = (SELECT count(*) FROM followers WHERE account = number);
INSERT INTO follower_tags (account, tag, place, scene)
  SELECT DISTINCT account, tag.value, place, scene
  FROM followers, json_each('[' || trim(tag_list, ',') || ']') AS tag WHERE tag_list <> '';
INSERT INTO follower_unwritten SELECT place FROM followers WHERE remark_folded <> '';
INSERT INTO departed_followers (account, openid, departed_generation)
  SELECT number, openid, 0 FROM followers_before JOIN directories USING (account_id) WHERE gone_at IS NOT NULL;
`;

/** The step from the layout of follower-schema.ts to this one; nobody who was shown is lost. */
export const followerDirectorySchema = `
DROP INDEX followers_by_time;
ALTER TABLE followers RENAME TO followers_before;
ALTER TABLE follower_syncs RENAME TO follower_syncs_before;
${tables}
${move}
DROP TABLE followers_before;
DROP TABLE follower_syncs_before;
`;
