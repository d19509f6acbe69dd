/** Which scan a visitor has already: some phones bring two codes for one visit, within moments (wechat-facts §6, 4). */
import type { Clock } from '../environment.ts';
import { createOnce, type Once } from '../once.ts';

/** Codes of one person that are brought so close together are one visit. */
export const ONE_VISIT_MS = 60 * 1000;

/** By `visitorKey`, the id of the first scan: a whole scan each would weigh on a busy minute. */
export type Visitors = Once<string>;

export function createVisitors(clock: Clock): Visitors {
  return createOnce<string>(clock, ONE_VISIT_MS);
}

/** `nonce`: of the state that brought them, which a screen's visitors share. */
export function visitorKey(nonce: string, openid: string): string {
  return `${nonce} ${openid}`;
}
