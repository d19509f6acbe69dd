/** The board 大屏: what a projector may show of the door. The rule: nobody can be recognised by anything on it. */
import { z } from 'zod';
import { Verdict } from './verdict.ts';

/** As many codes as are still read across a room. */
export const MOST_BOARD_ENTRIES = 4;
/** The latest verdicts that a board has room for. */
export const BOARD_LATEST = 8;

export const BoardSettings = z.object({
  /** In large letters above everything; empty = the account's name. */
  title: z.string().trim().max(60).default(''),
  /** Whose codes and numbers it shows, in this order; empty = the first few there are. */
  entryIds: z.array(z.string()).max(MOST_BOARD_ENTRIES).default([]),
  /** Whether each scan appears with its verdict; otherwise there are only numbers. */
  showLatest: z.boolean().default(true),
});
export type BoardSettings = z.infer<typeof BoardSettings>;

export const BoardSettingsPatch = z.object({
  title: BoardSettings.shape.title.unwrap().optional(),
  entryIds: BoardSettings.shape.entryIds.unwrap().optional(),
  showLatest: z.boolean().optional(),
});
export type BoardSettingsPatch = z.infer<typeof BoardSettingsPatch>;

export const BoardCounts = z.object({
  scanned: z.number(),
  followed: z.number(),
  notFollowed: z.number(),
  unknown: z.number(),
});
export type BoardCounts = z.infer<typeof BoardCounts>;

export const BoardEntry = BoardCounts.extend({
  id: z.string(),
  name: z.string(),
  accountName: z.string(),
  /** `/go/{entryId}`: what its code says. Null while no phone could come back. */
  url: z.string().nullable(),
});
export type BoardEntry = z.infer<typeof BoardEntry>;

/** A scan without the person: no openid, no param, no reason that tells of one. */
export const BoardScan = z.object({
  id: z.string(),
  verdict: Verdict,
  entryName: z.string(),
  scannedAt: z.iso.datetime(),
});
export type BoardScan = z.infer<typeof BoardScan>;

export const Board = z.object({
  title: z.string(),
  entries: z.array(BoardEntry),
  /** Over the entries shown. */
  totals: BoardCounts,
  /** Newest first; empty when they are not to be shown. */
  latest: z.array(BoardScan),
  /** When this was true. */
  at: z.iso.datetime(),
});
export type Board = z.infer<typeof Board>;

export const BoardAccess = z.object({
  /** Whether there is a key by which a browser that is not signed in may show the board. */
  hasKey: z.boolean(),
});
export type BoardAccess = z.infer<typeof BoardAccess>;
