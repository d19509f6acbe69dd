/** WeChat's error codes in our own words: what happened, who acts, what to do, in zh and en. */
import { z } from 'zod';
import catalogue from './error-codes.json' with { type: 'json' };

const Wording = z.object({ zh: z.string(), en: z.string() });

export const ErrorCode = z.object({
  code: z.number(),
  /** `authorize_page` codes appear only on the phone; the server never sees them. */
  family: z.enum(['api', 'authorize_page']),
  errmsg: z.string(),
  meaning: Wording,
  remedy: Wording,
  /** Who can mend it. */
  actor: z.enum(['none', 'app', 'operator', 'admin', 'wechat', 'user']),
  retry: z.enum(['none', 'never', 'after_fix', 'after_wait', 'new_scan', 'after_token_refresh', 'backoff']),
  /** True only where the program may repeat the request by itself. */
  retryable: z.boolean(),
});
export type ErrorCode = z.infer<typeof ErrorCode>;

const byCode = new Map(catalogue.map((entry) => [entry.code, entry as ErrorCode]));

/** The catalogue's entry for an errcode, or null for a code nobody has described. */
export function explainErrorCode(code: number): ErrorCode | null {
  return byCode.get(code) ?? null;
}

/** Every code of the catalogue, in its own order. */
export function allErrorCodes(): readonly ErrorCode[] {
  return [...byCode.values()];
}
