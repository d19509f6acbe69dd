/** From what WeChat said, or did not say, to the part of a scan that holds the verdict. */
import type { User } from '#shared/model/user.ts';
import type { Reason } from '#shared/model/verdict.ts';
import type { Failure } from '../errors.ts';
import type { Decision } from '../storage/scan-store.ts';
import { verdictOf } from '../wechat/user-info.ts';

/** A person about whom WeChat was asked and answered. */
export function decided(user: User, openid: string, unionid: string | null): Decision {
  const { verdict, reason } = verdictOf(user);
  return {
    openid,
    unionid: user.unionid ?? unionid,
    verdict,
    reason,
    errcode: null,
    ip: null,
    subscribeTime: user.subscribeTime,
    subscribeScene: user.subscribeScene,
  };
}

/** No verdict, and why. `openid` is kept when it is known: WeChat can then be asked again. */
export function undecided(failure: Failure, openid: string | null, unionid: string | null): Decision {
  return {
    openid,
    unionid,
    verdict: 'unknown',
    reason: failure.reason,
    errcode: failure.errcode,
    ip: failure.ip ?? null,
    subscribeTime: null,
    subscribeScene: null,
  };
}

/** No verdict for a reason that is no failure of a call. */
export function withoutVerdict(reason: Reason): Decision {
  return undecided({ reason, errcode: null }, null, null);
}
