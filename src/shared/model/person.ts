/** A person as FollowDesk knows them: what was noted, when they first came, what the directory says. */
import { z } from 'zod';
import { Follower } from './user.ts';

export const Note = z.string().trim().max(500);

export const Person = z.object({
  accountId: z.string(),
  openid: z.string(),
  note: z.string(),
  notedAt: z.iso.datetime().nullable(),
  /** Scans on record, annulled ones not counted. */
  scans: z.number(),
  firstScannedAt: z.iso.datetime().nullable(),
  lastScannedAt: z.iso.datetime().nullable(),
  /** Null when the directory does not have them. */
  follower: Follower.nullable(),
});
export type Person = z.infer<typeof Person>;

/** What erasing one person removed. */
export const Erasure = z.object({
  /** Scans that no longer say who it was; the counters stay right. */
  scans: z.number(),
  lookups: z.number(),
  followers: z.number(),
  notes: z.number(),
});
export type Erasure = z.infer<typeof Erasure>;
