/**
 * How often each account called each path today. The rule: a day is a day in Beijing, and the caps are the
 * ones operators report; `/cgi-bin/token` has the one everybody runs into.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getapiquota
 */
const beijingOffset = 8 * 3_600_000;
const dayLength = 86_400_000;

// user/info is above the usual 500,000: test accounts have no cap, and a load run must not end on one.
const dailyLimits: Record<string, number> = {
  '/cgi-bin/token': 2000,
  '/cgi-bin/stable_token': 500_000,
  '/cgi-bin/user/info': 50_000_000,
  '/cgi-bin/user/info/batchget': 50_000_000,
  '/cgi-bin/user/get': 500,
  '/cgi-bin/tags/get': 1000,
  '/cgi-bin/tags/create': 1000,
  '/cgi-bin/tags/update': 1000,
  '/cgi-bin/tags/delete': 1000,
  '/cgi-bin/tags/members/batchtagging': 50_000,
  '/cgi-bin/tags/members/batchuntagging': 50_000,
  '/cgi-bin/user/info/updateremark': 10_000,
  '/cgi-bin/qrcode/create': 100_000,
  '/cgi-bin/getcallbackip': 1_000_000,
  '/cgi-bin/get_api_domain_ip': 1_000_000,
  '/cgi-bin/openapi/quota/get': 1_000_000,
  '/cgi-bin/openapi/rid/get': 1_000_000,
  '/cgi-bin/clear_quota': 1_000_000,
};

const clearsPerMonth = 10;

export interface QuotaState {
  daily_limit: number;
  used: number;
  remain: number;
}

export type Quota = ReturnType<typeof createQuota>;

export function createQuota(clock: () => number) {
  let day = -1;
  const used = new Map<string, number>();
  const clears = new Map<string, number>();

  function today(): void {
    const now = Math.floor((clock() + beijingOffset) / dayLength);
    if (now === day) return;
    day = now;
    used.clear();
  }

  return {
    /** Count one call; false when the day's calls are used up. */
    take(appId: string, path: string): boolean {
      today();
      const key = `${appId} ${path}`;
      const before = used.get(key) ?? 0;
      if (before >= (dailyLimits[path] ?? Number.POSITIVE_INFINITY)) return false;
      used.set(key, before + 1);
      return true;
    },
    /** The state of one path, or undefined when the platform knows no such path. */
    read(appId: string, path: string): QuotaState | undefined {
      const limit = dailyLimits[path];
      if (limit === undefined) return undefined;
      today();
      const count = used.get(`${appId} ${path}`) ?? 0;
      return { daily_limit: limit, used: count, remain: limit - count };
    },
    /** Forget the account's day; false when the month's ten clears are used up. */
    clear(appId: string): boolean {
      const month = new Date(clock() + beijingOffset).toISOString().slice(0, 7);
      const key = `${appId} ${month}`;
      const before = clears.get(key) ?? 0;
      if (before >= clearsPerMonth) return false;
      clears.set(key, before + 1);
      for (const name of used.keys()) if (name.startsWith(`${appId} `)) used.delete(name);
      return true;
    },
    reset(): void {
      used.clear();
      clears.clear();
    },
  };
}
