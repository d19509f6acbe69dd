/** What single checks make of answers that a simulator does not give on demand. */
import { describe, expect, test } from 'vitest';
import type { Answers, Attempt } from '#core/doctor/ask-wechat.ts';
import { checkApiReachable } from '#core/doctor/checks/api-reachable.ts';
import { checkToken } from '#core/doctor/checks/token.ts';
import { checkUserInfo } from '#core/doctor/checks/user-info.ts';
import { WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import type { TokenStatus } from '#shared/model/account.ts';
import { accounts } from '../followers/scripted-wechat.ts';

const answered: Attempt<void> = { ok: true, value: undefined, ms: 12 };

function refusedWith(errcode: number) {
  const error = new WeChatRefused({ errcode, rid: null, endpoint: '/cgi-bin/user/info', ip: null });
  return { ok: false as const, error, ms: 12 };
}

const silence = { ok: false as const, error: new WeChatUnreachable('/cgi-bin/x', 'timeout', ''), ms: 8000 };

function answers(facts: Partial<Answers> = {}): Answers {
  return { token: answered, api: answered, person: refusedWith(40003), quota: null, ...facts };
}

describe('user info', () => {
  test.each([
    [{ dailyLimit: 1000, used: 0, remain: 1000 }, 'ok', null],
    [{ dailyLimit: 1000, used: 901, remain: 99 }, 'warning', 'quota_low'],
    [{ dailyLimit: 1000, used: 1000, remain: 0 }, 'failed', 'quota'],
    [{ dailyLimit: Number.NaN, used: Number.NaN, remain: Number.NaN }, 'ok', null],
    [null, 'ok', null],
  ])('a quota of %j', (quota, state, cause) => {
    expect(checkUserInfo(answers({ quota }))).toMatchObject({ state, cause });
  });

  test('a look-up that only it has no answer to is its own failure; a silent WeChat is not', () => {
    expect(checkUserInfo(answers({ person: silence }))).toMatchObject({ state: 'failed', cause: 'network' });
    expect(checkUserInfo(answers({ person: silence, api: silence })).state).toBe('skipped');
  });
});

test('a kept token says nothing of a WeChat that is silent now', () => {
  const finding = checkApiReachable(answers({ person: silence, api: silence }), accounts.credentials('acc'));
  expect(finding).toMatchObject({
    state: 'failed',
    cause: 'network',
    facts: { kind: 'timeout', ms: '8000' },
  });
});

test('a visitor would have to wait', () => {
  const slow = { ...answered, ms: 2500 };
  const credentials = accounts.credentials('acc');
  expect(checkApiReachable(answers({ api: slow }), credentials)).toMatchObject({
    state: 'warning',
    cause: 'slow',
    facts: { ms: '2500' },
  });
  expect(checkApiReachable(answers(), credentials).state).toBe('ok');
});

test('a busy WeChat is WeChat’s to mend', () => {
  const busy = { ...silence, error: new WeChatUnreachable('/cgi-bin/x', 'http_status', 'HTTP 502') };
  expect(checkApiReachable(answers({ person: busy, api: busy }), accounts.credentials('acc'))).toMatchObject({
    actor: 'wechat',
    cause: 'platform_busy',
  });
});

test('a token that another system keeps replacing is a warning', () => {
  const status: TokenStatus = {
    mode: 'classic',
    cached: true,
    fetchedAt: '2026-11-23T10:00:00.000Z',
    expiresAt: '2026-11-23T12:00:00.000Z',
    expiresIn: 7200,
    fetches: 3,
    stolenAt: '2026-11-23T09:59:00.000Z',
  };
  expect(checkToken(answers(), status)).toMatchObject({
    state: 'warning',
    cause: 'token_taken',
    facts: { mode: 'classic', at: '2026-11-23T09:59:00.000Z' },
  });
  expect(checkToken(answers(), { ...status, stolenAt: null }).state).toBe('ok');
});
