/** Every code of the catalogue has its reason, and so has everything else that can go wrong. */
import { describe, expect, it } from 'vitest';
import {
  SecretMissing,
  TokenServiceFailed,
  VaultUnavailable,
  WeChatRefused,
  WeChatUnreachable,
} from '#core/errors.ts';
import { failureOf, type Question } from '#core/wechat/reason.ts';
import { allErrorCodes } from '#shared/model/error-codes.ts';
import { Reason } from '#shared/model/verdict.ts';

const INFO = '/cgi-bin/user/info';

function reason(errcode: number, question: Question, endpoint = INFO): Reason {
  const failure = failureOf(new WeChatRefused({ errcode, rid: null, endpoint, ip: null }), question);
  expect(failure.errcode).toBe(errcode);
  return failure.reason;
}

/** The expectation for a look-up, written down apart from the code's own table. */
const LOOKUP: Partial<Record<Reason, number[]>> = {
  credentials: [40013, 40125, 40243, 41002, 41004, 50004, 50007, 61024],
  token: [40001, 40014, 41001, 42001],
  ip_not_allowed: [40164, 45035, 61004, 89501, 89502, 89503, 89504, 89505, 89506, 89507],
  quota: [45009, 45011],
  permission: [40200, 43104, 48001, 48004, 50001, 50002, 61003, 61007, 61016],
  openid_rejected: [40003, 41009, 46004, 49003, 65302],
  platform_busy: [-1, 61450],
};
const EXCHANGE: Record<number, Reason> = {
  40001: 'credentials',
  40029: 'code_invalid',
  40242: 'code_invalid',
  41008: 'code_invalid',
  40163: 'code_reused',
  42003: 'code_expired',
};

function expected(errcode: number): Reason {
  const found = Object.entries(LOOKUP).find(([, codes]) => codes.includes(errcode));
  return found ? Reason.parse(found[0]) : 'platform_error';
}

describe('the catalogue', () => {
  const api = allErrorCodes().filter(({ family, code }) => family === 'api' && code !== 0);

  it.each(api.map(({ code }) => code))('%i', (code) => {
    expect(reason(code, 'lookup')).toBe(expected(code));
    expect(reason(code, 'exchange', '/sns/oauth2/access_token')).toBe(EXCHANGE[code] ?? expected(code));
  });

  it('holds every code that has a reason of its own', () => {
    const known = new Set(api.map(({ code }) => code));
    const named = [...Object.values(LOOKUP).flat(), ...Object.keys(EXCHANGE).map(Number)];
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });

  it('calls a code busy exactly where it says that WeChat has to be asked again', () => {
    const busy = api.filter(({ code }) => reason(code, 'lookup') === 'platform_busy');
    expect(busy).toEqual(api.filter(({ retry }) => retry === 'backoff'));
  });
});

it('takes 40001 for a wrong secret wherever the secret is checked, and for a dead token elsewhere', () => {
  expect(reason(40001, 'lookup', '/cgi-bin/stable_token')).toBe('credentials');
  expect(reason(40001, 'lookup', '/cgi-bin/token')).toBe('credentials');
  expect(reason(40001, 'token')).toBe('credentials');
  expect(reason(40001, 'lookup', INFO)).toBe('token');
});

it('has a reason for codes that nobody has heard of', () => {
  expect(reason(99_999, 'lookup')).toBe('platform_error');
});

it.each([
  [new WeChatUnreachable(INFO, 'network', 'ECONNREFUSED'), 'network'],
  [new WeChatUnreachable(INFO, 'timeout', ''), 'network'],
  [new WeChatUnreachable(INFO, 'bad_reply', ''), 'bad_reply'],
  [new WeChatUnreachable(INFO, 'http_status', 'HTTP 502'), 'platform_busy'],
  [new SecretMissing('account-1', 'unreadable'), 'credentials'],
  [new VaultUnavailable('basic_text'), 'credentials'],
  [new TokenServiceFailed('unreachable'), 'network'],
  [new TokenServiceFailed('http_status', 500), 'platform_busy'],
  [new TokenServiceFailed('http_status', 429), 'token'],
  [new TokenServiceFailed('http_status', 307), 'token'],
  [new TokenServiceFailed('not_set'), 'token'],
  [new TokenServiceFailed('refused', 401), 'token'],
  [new TokenServiceFailed('bad_reply'), 'token'],
  [new TokenServiceFailed('no_token'), 'token'],
  [new TokenServiceFailed('expired'), 'token'],
  [new TypeError('a mistake of ours'), 'platform_error'],
  ['thrown text', 'platform_error'],
  [undefined, 'platform_error'],
])('%s', (error, expectedReason) => {
  expect(failureOf(error, 'lookup')).toEqual({ reason: expectedReason, errcode: null });
});
