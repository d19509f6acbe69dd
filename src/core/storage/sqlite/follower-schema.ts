/**
 * The tables of the follower directory. A sync never tears what is shown: a row becomes visible when the
 * generation that first saw it is complete, and leaves (`gone_at`) when a complete generation missed it.
 */

/**
 * `subscribe_time` is in Unix seconds as WeChat sends it, 0 = not told, so that paging by it needs no NULLs.
 * `remark_folded` is what a search compares with; `tag_list` is `,2,100,` so that one `instr` finds a tag.
 * `follower_syncs`: `generation` is the one being read, `next_openid` where reading goes on, `started_at` is
 * null when nothing is unfinished. The index serves the directory's order, its total and its tags.
 */
export const followerSchema = `
CREATE TABLE IF NOT EXISTS followers (
  account_id TEXT NOT NULL,
  openid TEXT NOT NULL,
  unionid TEXT,
  remark TEXT,
  remark_folded TEXT NOT NULL DEFAULT '',
  tag_list TEXT NOT NULL DEFAULT '',
  subscribe_time INTEGER NOT NULL DEFAULT 0,
  subscribe_scene TEXT,
  language TEXT,
  since_generation INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  gone_at INTEGER,
  PRIMARY KEY (account_id, openid)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS followers_by_time
  ON followers (account_id, subscribe_time, openid, since_generation, tag_list)
  WHERE gone_at IS NULL;
CREATE TABLE IF NOT EXISTS follower_syncs (
  account_id TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  complete_generation INTEGER NOT NULL,
  completed_at INTEGER,
  started_at INTEGER,
  next_openid TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  total INTEGER,
  failed INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  errcode INTEGER
) STRICT, WITHOUT ROWID;
`;
