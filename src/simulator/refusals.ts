/**
 * What WeChat says when it says no, and a memory of having said it. Every refusal travels as HTTP 200 with
 * `errcode` and `errmsg`; the message ends in a rid that `/cgi-bin/openapi/rid/get` can look up later.
 * Texts are the platform's own where they have been seen in public reports.
 * @see https://developers.weixin.qq.com/doc/service/guide/dev/errorcode.html
 */
import { newRid } from './identifiers.ts';

export interface Refusal {
  errcode: number;
  errmsg: string;
  /** For the texts of the years before rids. */
  withoutRid?: boolean;
}

const texts = new Map<number, string>([
  [-1, 'system error'],
  [
    40001,
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  ],
  [40002, 'invalid grant_type'],
  [40003, 'invalid openid'],
  [40013, 'invalid appid'],
  [40014, 'invalid access_token'],
  [40029, 'invalid code'],
  [40030, 'invalid refresh_token'],
  [40031, 'invalid openid list'],
  [40032, 'invalid openid list size'],
  [40035, 'invalid parameter'],
  [40125, 'invalid appsecret'],
  [40163, 'code been used'],
  // Said to nobody in particular; `ip-refusal.ts` names the caller.
  [40164, 'invalid ip, not in whitelist'],
  [40243, 'appsecret is frozen'],
  [41001, 'access_token missing'],
  [41002, 'appid missing'],
  [41003, 'refresh_token missing'],
  [41004, 'appsecret missing'],
  [41008, 'missing code'],
  [41009, 'missing openid'],
  [42001, 'access_token expired'],
  [42002, 'refresh_token expired'],
  [42003, 'code expired'],
  [43001, 'require GET method'],
  [43002, 'require POST method'],
  [44002, 'empty post data'],
  [45009, 'reach max api daily quota limit'],
  [45011, 'api minute-quota reach limit, must slower, retry next minute'],
  [45056, 'too many tag now, no need to add new'],
  [45057, "can't delete the tag that has too many fans"],
  [45058, "can't modify sys tag"],
  [45059, 'can not tagging one user too much'],
  [45157, 'invalid tag name'],
  [45158, 'tag name too long'],
  [45159, 'invalid tag id'],
  [47001, 'data format error'],
  [48001, 'api unauthorized'],
  [48006, 'forbid to clear quota because of reaching the limit'],
  [49003, 'not match openid with appid'],
  [50002, 'user limited'],
  [61004, 'access clientip is not registered'],
  [76001, 'rid not found'],
  [76002, 'invalid rid'],
  [76003, 'rid does not belong to this account'],
  [76021, 'cgi_path not found'],
  [76022, 'could not use this cgi_path'],
  // WeChat documents these four in Chinese only; the number is what counts.
  [89501, 'this ip is waiting for the confirmation of an administrator'],
  [89503, 'this call needs the confirmation of an administrator'],
  [89506, 'this ip was refused twice by an administrator, it cannot be used for 24 hours'],
  [89507, 'this ip was refused once by an administrator, it cannot be used for 1 hour'],
]);

export function refuse(errcode: number, errmsg?: string): Refusal {
  return { errcode, errmsg: errmsg ?? texts.get(errcode) ?? 'refused' };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'errcode' in answer && answer.errcode !== 0;
}

/** The JSON object in a request body, or the refusal WeChat gives instead. */
export function readJson(body: string): { value: Record<string, unknown> } | Refusal {
  if (body.trim() === '') return refuse(44002);
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { value: value as Record<string, unknown> };
    }
  } catch {
    // Not JSON at all is refused like JSON of the wrong shape.
  }
  return refuse(47001);
}

/** One refused call as rid/get tells it. Secrets, tokens and codes are left out of the address. */
export interface RefusedCall {
  appId: string | undefined;
  path: string;
  url: string;
  body: string;
  clientIp: string;
  refusal: Refusal;
  at: number;
}

export type RefusalLog = ReturnType<typeof createRefusalLog>;

/** Stamps refusals with a rid and remembers the latest thousand. */
export function createRefusalLog(clock: () => number) {
  const remembered = new Map<string, RefusedCall>();
  return {
    /** The answer as sent: `/sns` puts a comma before the rid, the rest of the platform does not. */
    stamp(call: Omit<RefusedCall, 'at'>): Refusal {
      const now = clock();
      const rid = newRid(now);
      const oldest = remembered.size >= 1000 ? remembered.keys().next().value : undefined;
      if (oldest !== undefined) remembered.delete(oldest);
      remembered.set(rid, { ...call, at: now });
      const { errcode, errmsg, withoutRid } = call.refusal;
      if (withoutRid) return { errcode, errmsg };
      const comma = call.path.startsWith('/sns/') ? ',' : '';
      return { errcode, errmsg: `${errmsg}${comma} rid: ${rid}` };
    },
    find: (rid: string) => remembered.get(rid),
    clear: () => remembered.clear(),
  };
}
