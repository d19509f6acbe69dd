/** A look-up: many openids asked about in one go, with progress, kept as history. */
import { z } from 'zod';
import { LookupResult } from './user.ts';
import { Reason, Verdict } from './verdict.ts';

/** The most openids one look-up takes. */
export const MOST_OPENIDS = 100_000;

/**
 * `waiting` = WeChat's rate limit (45009, 45011), gone on with by itself at `resumesAt` · `failed` = nobody
 * could be asked, with the reason; it can be resumed · `canceled` = ended by hand, its answers stay.
 */
export const LookupState = z.enum(['running', 'paused', 'waiting', 'done', 'canceled', 'failed']);
export type LookupState = z.infer<typeof LookupState>;

export const Lookup = z.object({
  id: z.string(),
  accountId: z.string(),
  state: LookupState,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Different openids, in the order given. */
  asked: z.number(),
  answered: z.number(),
  followed: z.number(),
  notFollowed: z.number(),
  unknown: z.number(),
  reason: Reason.nullable(),
  errcode: z.number().nullable(),
  resumesAt: z.iso.datetime().nullable(),
});
export type Lookup = z.infer<typeof Lookup>;

export const LookupInput = z.object({
  accountId: z.string(),
  /** Duplicates are asked about once; what cannot be an openid is answered `openid_rejected` without a call. */
  openids: z.array(z.string().trim().min(1).max(128)).min(1).max(MOST_OPENIDS),
});
export type LookupInput = z.infer<typeof LookupInput>;

export const LookupRow = LookupResult.extend({
  /** Its place in the list as given, from 0. */
  position: z.number(),
  /** WeChat's reply about this person, as it came. */
  raw: z.record(z.string(), z.unknown()).nullable(),
});
export type LookupRow = z.infer<typeof LookupRow>;

export const LookupRowQuery = z.object({
  id: z.string(),
  verdict: Verdict.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
export type LookupRowQuery = z.infer<typeof LookupRowQuery>;

export const LookupRowPage = z.object({ items: z.array(LookupRow), nextCursor: z.string().nullable() });
export type LookupRowPage = z.infer<typeof LookupRowPage>;
