/** What single checks make of answers that a simulator does not give on demand. */
import { describe, expect, test } from 'vitest';
import type { Attempt, WeChatAnswers } from '#core/doctor/ask-wechat.ts';
import { checkApiReachable } from '#core/doctor/checks/api-reachable.ts';
import { checkQuota } from '#core/doctor/checks/quota.ts';
import { checkToken } from '#core/doctor/checks/token.ts';
import { checkUserInfo } from '#core/doctor/checks/user-info.ts';
import { TokenServiceFailed, WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const answered: Attempt<void> = { ok: true, value: undefined, ms: 12 };

function failed(error: unknown, ms = 12) {
  return { ok: false as const, error, ms };
}

function refusedWith(errcode: number) {
  return failed(new WeChatRefused({ errcode, rid: null, endpoint: '/cgi-bin/user/info', ip: null }));
}

function unreachable(kind: WeChatUnreachable['kind'], detail = '') {
  return failed(new WeChatUnreachable('/cgi-bin/x', kind, detail), 8000);
}

function answers(given: { [Name in keyof WeChatAnswers]?: Awaited<ReturnType<WeChatAnswers[Name]>> } = {}) {
  const all = { token: answered, api: answered, person: refusedWith(40003), quota: null, reach: answered };
  const said = { ...all, acceptance: answered, address: null, ...given };
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, async () => value]),
  ) as unknown as WeChatAnswers;
}

describe('quota', () => {
  test.each([
    [{ dailyLimit: 1000, used: 0, remain: 1000 }, 'ok', null],
    [{ dailyLimit: 1000, used: 901, remain: 99 }, 'warning', 'quota_low'],
    [{ dailyLimit: 1000, used: 1000, remain: 0 }, 'failed', 'quota_used_up'],
    [{ dailyLimit: Number.NaN, used: Number.NaN, remain: Number.NaN }, 'skipped', 'quota_unknown'],
  ])('of %j', async (value, state, cause) => {
    expect(await checkQuota(answers({ quota: { ok: true, value, ms: 1 } }))).toMatchObject({ state, cause });
  });

  test('WeChat that does not know the question is no failure', async () => {
    const { state } = await checkQuota(answers({ quota: refusedWith(48001) }));
    expect(state).toBe('skipped');
  });
});

describe('user info', () => {
  test.each([
    ['service', 'not_verified'],
    ['test', 'test_not_allowed'],
    ['other', 'wrong_kind'],
    [null, 'kind_not_said'],
  ] as const)('48001 of a %s account', async (kind, cause) => {
    expect(await checkUserInfo({ kind }, answers({ person: refusedWith(48001) }))).toMatchObject({
      state: 'failed',
      actor: 'admin',
      errcode: 48001,
      cause,
    });
  });

  test('a look-up that only it has no answer to is its own failure; a silent WeChat is not', async () => {
    const person = unreachable('timeout');
    expect(await checkUserInfo({ kind: null }, answers({ person }))).toMatchObject({
      state: 'failed',
      cause: 'network',
    });
    expect(await checkUserInfo({ kind: null }, answers({ person, api: person }))).toMatchObject({
      state: 'skipped',
      cause: 'after_api_reachable',
    });
  });
});

describe('the way to WeChat', () => {
  const WECHAT = { apiBaseUrl: 'https://api.weixin.qq.com' };
  const check = (token: Attempt<void>, isUnplugged = false, account = WECHAT) =>
    checkApiReachable(account, answers({ token, api: null, person: null }), {
      isUnplugged: () => isUnplugged,
    });

  test.each([
    ['ENETUNREACH', 'offline'],
    ['ENETDOWN', 'offline'],
    ['EAI_AGAIN', 'offline'],
    ['ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['CERT_HAS_EXPIRED', 'tls_time'],
    ['CERT_NOT_YET_VALID', 'tls_time'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls_intercepted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_intercepted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['PROXY_AUTH_REQUIRED', 'proxy'],
    ['PROXY_REFUSED (HTTP 403)', 'proxy'],
    ['PROXY_ECONNREFUSED', 'proxy'],
    ['ECONNRESET', 'network'],
  ])('%s is %s', async (detail, cause) => {
    expect(await check(unreachable('network', detail))).toMatchObject({
      state: 'failed',
      actor: 'operator',
      cause,
      facts: { detail, kind: 'network', url: WECHAT.apiBaseUrl },
    });
  });

  test('without any network, nothing else is to blame; this machine itself needs none', async () => {
    expect((await check(unreachable('network', 'ENOTFOUND'), true)).cause).toBe('offline');
    expect((await check(unreachable('timeout'), true)).cause).toBe('offline');
    expect((await check(unreachable('timeout'), false)).cause).toBe('timeout');
    const sandbox = { apiBaseUrl: 'http://127.0.0.1:8090' };
    expect((await check(unreachable('timeout'), true, sandbox)).cause).toBe('timeout');
  });

  test('a busy WeChat is WeChat’s to mend', async () => {
    expect(await check(unreachable('http_status', 'HTTP 502'))).toMatchObject({
      actor: 'wechat',
      cause: 'platform_busy',
    });
  });

  test('a kept token says nothing of a WeChat that is silent now', async () => {
    const silence = unreachable('timeout');
    const around = { isUnplugged: () => false };
    const finding = await checkApiReachable(WECHAT, answers({ api: silence, person: silence }), around);
    expect(finding).toMatchObject({ state: 'failed', facts: { kind: 'timeout', ms: '8000' } });
  });

  test('a visitor would have to wait', async () => {
    const slow = { ...answered, ms: 2500 };
    const around = { isUnplugged: () => false };
    expect(await checkApiReachable(WECHAT, answers({ api: slow }), around)).toMatchObject({
      state: 'warning',
      cause: 'slow',
      facts: { ms: '2500' },
    });
  });
});

describe('token', () => {
  const clock = manualClock(Date.parse('2026-11-23T10:05:00.000Z'));
  const status: TokenStatus = {
    mode: 'classic',
    cached: true,
    fetchedAt: '2026-11-23T10:00:00.000Z',
    expiresAt: '2026-11-23T12:00:00.000Z',
    expiresIn: 7200,
    fetches: 3,
    fetchesToday: 3,
    dailyLimit: 2000,
    forcedToday: 0,
    forceAgainAt: null,
    stolenAt: null,
    takenAbout: null,
  };
  const check = (changes: Partial<TokenStatus> = {}, given: Parameters<typeof answers>[0] = {}) =>
    checkToken(answers(given), () => ({ ...status, ...changes }), clock);

  test('its age and its use', async () => {
    expect(await check()).toMatchObject({
      state: 'ok',
      facts: { mode: 'classic', ageSeconds: '300', fetchesToday: '3', dailyLimit: '2000' },
    });
    expect((await check({ fetchesToday: 1900 })).cause).toBe('token_fetches_low');
  });

  test('one that another system keeps replacing is a warning, with the time', async () => {
    const at = { stolenAt: '2026-11-23T09:59:00.000Z', takenAbout: '2026-11-23T09:54:00.000Z' };
    expect(await check(at)).toMatchObject({
      state: 'warning',
      cause: 'token_taken',
      facts: { noticedAt: at.stolenAt, takenAbout: at.takenAbout },
    });
  });

  test.each([
    'not_set',
    'unreachable',
    'refused',
    'http_status',
    'bad_reply',
    'no_token',
    'expired',
  ] as const)('a token service that fails: %s', async (kind) => {
    const token = failed(new TokenServiceFailed(kind));
    expect(await check({}, { token })).toMatchObject({ state: 'failed', cause: `service_${kind}` });
  });

  test('what another check is about is left to that', async () => {
    expect((await check({}, { token: unreachable('network') })).cause).toBe('after_api_reachable');
    expect((await check({}, { token: refusedWith(40164) })).cause).toBe('after_whitelist');
    expect((await check({}, { token: refusedWith(45009) })).cause).toBe('quota');
  });
});
