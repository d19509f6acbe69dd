/** One call to WeChat as the inspector shows it: everything but secrets, tokens, codes and whole openids. */
import { z } from 'zod';

/** `ok` = a usable answer · `refused` = an errcode · `unreachable` = no usable answer. */
export const CallOutcome = z.enum(['ok', 'refused', 'unreachable']);
export type CallOutcome = z.infer<typeof CallOutcome>;

export const Call = z.object({
  /** Grows with every call since this host started. */
  id: z.number(),
  at: z.iso.datetime(),
  accountId: z.string().nullable(),
  method: z.enum(['GET', 'POST']),
  /** The path below the API's address, without query. */
  endpoint: z.string(),
  ms: z.number(),
  outcome: CallOutcome,
  /** The doctor's question about nobody, answered 40003 as it should be. */
  probe: z.boolean(),
  errcode: z.number().nullable(),
  rid: z.string().nullable(),
  /** Why there was no usable answer. */
  unreachable: z.enum(['network', 'timeout', 'bad_reply', 'http_status']).nullable(),
  /** The system's or TLS's own name of it, such as ECONNREFUSED. */
  detail: z.string().nullable(),
  /** How often the same request was sent again because the connection broke. */
  retries: z.number(),
  query: z.record(z.string(), z.string()),
  /** Null for a call without one. */
  body: z.string().nullable(),
  /** Null when there was none; cut after 4,000 characters. */
  reply: z.string().nullable(),
});
export type Call = z.infer<typeof Call>;

export const CallQuery = z.object({
  accountId: z.string().optional(),
  /** Part of the path. */
  endpoint: z.string().max(100).optional(),
  outcome: CallOutcome.optional(),
  errcode: z.coerce.number().int().optional(),
});
export type CallQuery = z.infer<typeof CallQuery>;

/** How many calls are remembered. */
export const CALLS_KEPT = 500;
