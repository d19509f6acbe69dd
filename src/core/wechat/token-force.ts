/**
 * How often a stable token may be forced: WeChat allows 20 a day per AppID, 30 s apart, counts across restarts
 * and answers one that comes too soon with the old token, as if nothing were wrong.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
import type { Clock } from '../environment.ts';
import { TooSoon } from '../errors.ts';
import { nextChinaMidnight, type TokenFetches } from '../storage/sqlite/token-fetches.ts';

export const FORCED_APART_MS = 30_000;
const A_DAY = 20;

export interface ForceLimit {
  /** When it is possible again, in milliseconds since the epoch; null = now. */
  againAt(appId: string): number | null;
  /** From now on no other may begin for 30 s. @throws TooSoon */
  begin(appId: string): void;
  /** Nothing was forced: whoever mends the cause may try again at once. */
  giveUp(appId: string): void;
}

export function createForceLimit({ fetches, clock }: { fetches: TokenFetches; clock: Clock }): ForceLimit {
  const begun = new Map<string, number>();

  function againAt(appId: string): number | null {
    const now = clock.now();
    const { forced, forcedAt } = fetches.today(appId, now);
    const last = Math.max(begun.get(appId) ?? 0, forcedAt ?? 0);
    // A clock that was set back must not bar it for longer than the rule does.
    const apart = last <= now ? last + FORCED_APART_MS : 0;
    const at = Math.max(apart, forced >= A_DAY ? nextChinaMidnight(now) : 0);
    return at > now ? at : null;
  }

  return {
    againAt,
    begin(appId) {
      const at = againAt(appId);
      if (at !== null) throw new TooSoon(Math.ceil((at - clock.now()) / 1000));
      begun.set(appId, clock.now());
    },
    giveUp: (appId) => void begun.delete(appId),
  };
}
