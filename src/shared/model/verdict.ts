/**
 * The answer FollowDesk exists to give, and why it is sometimes not given.
 * A verdict is never guessed: a reply without `subscribe` is `unknown`, never one of the other two.
 */
import { z } from 'zod';

/** `followed` 已关注 · `not_followed` 未关注 · `unknown` 未知, always with a reason. */
export const Verdict = z.enum(['followed', 'not_followed', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * Why a verdict is unknown: a closed set, each with wording and a remedy in `renderer/text` (for the
 * operator) and `core/callback/pages` (for the visitor).
 */
export const Reason = z.enum([
  /** The visitor declined, so WeChat sent no code. */
  'denied',
  /** The code had been exchanged before, or its answer was lost on the way (40163). */
  'code_reused',
  /** The code was older than five minutes (42003). */
  'code_expired',
  /** WeChat does not know the code, or it belongs to another account (40029, 40242, 41008). */
  'code_invalid',
  /** A snapshot page gave a virtual openid: nothing about the real visitor is known. */
  'snapshot_user',
  /** AppID or AppSecret is wrong, or the secret is frozen (40013, 40125, 40243). */
  'credentials',
  /** The global access token was refused even after one fresh fetch (40001, 40014, 42001). */
  'token',
  /** This machine's public IP is not on the account's whitelist (40164, 61004, 8950x). */
  'ip_not_allowed',
  /** A daily or per-minute quota is used up (45009, 45011). */
  'quota',
  /** The account may not call this interface (48001, 50002, …). */
  'permission',
  /** WeChat could not be reached, or did not answer in time. Retried by itself. */
  'network',
  /** WeChat said it is busy (-1, HTTP 5xx). Retried by itself. */
  'platform_busy',
  /** The answer was not what WeChat sends: HTML, broken JSON. */
  'bad_reply',
  /** WeChat answered without `subscribe`. */
  'no_subscribe',
  /** WeChat does not accept the openid for this account (40003, 46004, 49003). */
  'openid_rejected',
  /** Any other errcode; the scan's `errcode` says which. */
  'platform_error',
]);
export type Reason = z.infer<typeof Reason>;

/** Reasons that keep every visitor from a verdict until the operator or admin mends something. */
export const AccountTrouble = Reason.extract([
  'credentials',
  'token',
  'ip_not_allowed',
  'quota',
  'permission',
]);
export type AccountTrouble = z.infer<typeof AccountTrouble>;

/** Reasons that FollowDesk keeps retrying without anybody doing anything. */
export function isTransient(reason: Reason | null): boolean {
  return reason === 'network' || reason === 'platform_busy';
}

/** Why a link is refused before WeChat is asked anything: no scan is recorded. */
export const Refusal = z.enum(['bad_state', 'expired_state', 'unknown_entry', 'not_in_wechat']);
export type Refusal = z.infer<typeof Refusal>;
