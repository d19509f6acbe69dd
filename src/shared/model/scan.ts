/** A scan 扫码: one phone's visit to an entry. */
import { z } from 'zod';
import { Reason, Verdict } from './verdict.ts';

export const Scan = z.object({
  id: z.string(),
  entryId: z.string(),
  accountId: z.string(),
  /** Null when WeChat never told us (declined, dead code, network). */
  openid: z.string().nullable(),
  unionid: z.string().nullable(),
  verdict: Verdict,
  /** Set exactly when the verdict is unknown. */
  reason: Reason.nullable(),
  errcode: z.number().nullable(),
  /** This machine's public IP as WeChat named it when it refused because of it: the one to whitelist. */
  ip: z.string().nullable(),
  param: z.string(),
  subscribeTime: z.iso.datetime().nullable(),
  subscribeScene: z.string().nullable(),
  scannedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime(),
  /** How often this one visit reached the callback (Android sends two). */
  visits: z.number(),
  /** This person's first scan on this account, when it is an earlier one. */
  firstScannedAt: z.iso.datetime().nullable(),
  /** Set while the scan is annulled: it stays on record and counts nowhere. */
  annulled: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type Scan = z.infer<typeof Scan>;

/** A scan as the feed sends it: `revision` orders every change ever made and is the feed's event id. */
export const ScanChange = Scan.extend({ revision: z.number() });
export type ScanChange = z.infer<typeof ScanChange>;

/** The reason of an annulment that the host made: one visit brought two scans while WeChat was away. */
export const SAME_VISIT = 'same_visit';

export const ScanFilter = z.object({
  accountId: z.string().optional(),
  entryId: z.string().optional(),
  verdict: Verdict.optional(),
  reason: Reason.optional(),
  openid: z.string().optional(),
  /** `true`: only annulled ones; `false`: only the others. */
  annulled: z.stringbool().or(z.boolean()).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type ScanFilter = z.infer<typeof ScanFilter>;

export const ScanQuery = ScanFilter.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
});
export type ScanQuery = z.infer<typeof ScanQuery>;

export const ScanPage = z.object({ items: z.array(Scan), nextCursor: z.string().nullable() });
export type ScanPage = z.infer<typeof ScanPage>;

export const ScanSummary = z.object({
  scanned: z.number(),
  followed: z.number(),
  notFollowed: z.number(),
  unknown: z.number(),
  /** Scans that count nowhere above. */
  annulled: z.number(),
  /** followed / (followed + notFollowed), or null before anybody got a verdict. */
  followRate: z.number().nullable(),
});
export type ScanSummary = z.infer<typeof ScanSummary>;

/** One bar or point of a chart. Annulled scans count nowhere. */
export const ScanCount = z.object({
  /** The beginning of the minute, hour or day; null when counted by entry. */
  at: z.iso.datetime().nullable(),
  entryId: z.string().nullable(),
  scanned: z.number(),
  followed: z.number(),
  notFollowed: z.number(),
  unknown: z.number(),
});
export type ScanCount = z.infer<typeof ScanCount>;

export const ScanSeriesQuery = ScanFilter.extend({
  by: z.enum(['minute', 'hour', 'day', 'entry']),
  /** Minutes that the operator's clock is ahead of UTC: where a day begins. */
  offsetMinutes: z.coerce.number().int().min(-840).max(840).default(0),
});
export type ScanSeriesQuery = z.infer<typeof ScanSeriesQuery>;

/** The most points one series has; a longer range is asked for by hour or day. */
export const MOST_POINTS = 1_500;
