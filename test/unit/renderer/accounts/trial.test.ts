/** Trying credentials: which mistake it was, and that nothing secret is repeated. */
import { expect, test } from 'vitest';
import { describeTrial, trialFailure } from '#renderer/accounts/trial.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

function answer(code: string, status: number, data: unknown): Error {
  return Object.assign(new Error('in no language'), { code, status, data });
}

function refused(errcode: number, ip: string | null = null): Error {
  return answer('WECHAT_REFUSED', 502, { errcode, ip, rid: '65f0-1a2b', endpoint: '/cgi-bin/stable_token' });
}

test.each([
  [refused(40013), 'app_id'],
  [refused(40125), 'secret'],
  [refused(40001), 'secret'],
  [refused(40164, '203.0.113.7'), 'ip'],
  [refused(61004), 'ip'],
  [refused(89503), 'confirm'],
  [refused(89507), 'confirm'],
  [refused(40243), 'frozen'],
  [refused(-1), 'busy'],
  [answer('WECHAT_UNREACHABLE', 504, { endpoint: '/cgi-bin/stable_token', cause: 'timeout' }), 'unreachable'],
  [refused(48001), null],
  [answer('TOO_SOON', 429, { retryAfterSeconds: 3 }), null],
  [new TypeError('fetch failed'), null],
] as const)('%# is told apart as %s', (error, failure) => {
  expect(trialFailure(error)).toBe(failure);
  for (const language of LANGUAGES) {
    const { title, remedy } = describeTrial(textOf(language), error);
    expect(isWorded(title) && isWorded(remedy)).toBe(true);
    expect(title).not.toContain('in no language');
  }
});

test('different mistakes read differently', () => {
  const errors = [40013, 40125, 40164, 89503, 40243, -1].map((errcode) => refused(errcode));
  for (const language of LANGUAGES) {
    const titles = errors.map((error) => describeTrial(textOf(language), error).title);
    expect(new Set(titles).size).toBe(errors.length);
  }
});

test('the IP to whitelist is handed out once, the other facts stay copyable', () => {
  const { ip, facts } = describeTrial(textOf('en'), refused(40164, '203.0.113.7'));
  expect(ip).toBe('203.0.113.7');
  expect(facts.map(({ value }) => value)).toEqual(['40164', '65f0-1a2b', '/cgi-bin/stable_token']);
});

test('a refusal without an IP offers none', () => {
  expect(describeTrial(textOf('zh-CN'), refused(40164)).ip).toBeNull();
});
