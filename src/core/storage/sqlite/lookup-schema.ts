/**
 * The tables of look-ups. A hundred people are one row: `openids` and `answers` are JSON lists of the same
 * length. An openid is null once that person was erased; an answer is null until there is one.
 */

/**
 * `pending` counts those without an answer, the other three those with one, so that nobody reads a list to
 * learn that it holds nothing of interest. The lists stand last: SQLite finds the counts without them.
 */
export const lookupSchema = `
CREATE TABLE IF NOT EXISTS lookups (
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  resumes_at INTEGER,
  reason TEXT,
  errcode INTEGER,
  asked INTEGER NOT NULL,
  followed INTEGER NOT NULL,
  not_followed INTEGER NOT NULL,
  unknown INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS lookups_by_account ON lookups (account_id);
CREATE TABLE IF NOT EXISTS lookup_hundreds (
  lookup_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  followed INTEGER NOT NULL,
  not_followed INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  openids TEXT NOT NULL,
  answers TEXT NOT NULL,
  PRIMARY KEY (lookup_id, number)
) STRICT;
`;
