/**
 * How often WeChat may be asked whether an address is allowed by now. Somebody is just typing it into the
 * whitelist: seconds count. An administrator who said no is another matter: WeChat wants to be left alone.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken — 错误码
 */

const SOON_MS = 5_000;
const LATER_MS = 15_000;
/** The host itself keeps such a refusal for a minute before it asks again. */
const CONFIRMING_MS = 61_000;
const SOON_FOR_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;

/** WeChat's code → how long it takes no call from this address: the administrator refused, once or twice. */
const REFUSED_FOR_MS: Readonly<Record<number, number>> = { 89507: HOUR_MS, 89506: 24 * HOUR_MS };
/** The administrator has been asked and has not answered. */
const ASKED: readonly number[] = [89501, 89502, 89503, 89504, 89505];

export type Watch =
  | { state: 'passed' }
  /** Asked again after `everyMs`; `confirming`: an administrator must say yes on their phone. */
  | { state: 'watching'; everyMs: number; confirming: boolean }
  /** Not asked before `until`, milliseconds since 1970. */
  | { state: 'refused'; until: number };

/** What to do after an answer: `errcode` is WeChat's, null when it gave none. */
export function watchOf(
  state: 'ok' | 'warning' | 'failed' | 'skipped',
  errcode: number | null,
  answeredAt: number,
  watchedForMs: number,
): Watch {
  if (state === 'ok' || state === 'warning') return { state: 'passed' };
  const refusedFor = errcode === null ? undefined : REFUSED_FOR_MS[errcode];
  if (refusedFor !== undefined) return { state: 'refused', until: answeredAt + refusedFor };
  const confirming = errcode !== null && ASKED.includes(errcode);
  const patient = watchedForMs < SOON_FOR_MS ? SOON_MS : LATER_MS;
  return { state: 'watching', everyMs: confirming ? CONFIRMING_MS : patient, confirming };
}
