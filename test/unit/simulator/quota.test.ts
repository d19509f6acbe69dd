/** Daily counts per account and path, and the ten clears a month. */
import { expect, test } from 'vitest';
import { createQuota } from '#simulator/quota.ts';

test('counts per account and path, by the Beijing day', () => {
  let now = Date.parse('2026-03-01T23:59:59+08:00');
  const quota = createQuota(() => now);
  for (let count = 0; count < 500; count += 1) expect(quota.take('a', '/cgi-bin/user/get')).toBe(true);
  expect(quota.take('a', '/cgi-bin/user/get')).toBe(false);
  expect(quota.take('b', '/cgi-bin/user/get')).toBe(true);
  expect(quota.read('a', '/cgi-bin/user/get')).toEqual({ daily_limit: 500, used: 500, remain: 0 });
  now += 1000;
  expect(quota.read('a', '/cgi-bin/user/get')).toEqual({ daily_limit: 500, used: 0, remain: 500 });
  expect(quota.read('a', '/cgi-bin/nowhere')).toBeUndefined();
});

test('an account may clear its day ten times a month', () => {
  let now = Date.parse('2026-03-31T12:00:00+08:00');
  const quota = createQuota(() => now);
  quota.take('a', '/cgi-bin/token');
  quota.take('b', '/cgi-bin/token');
  expect(quota.clear('a')).toBe(true);
  expect(quota.read('a', '/cgi-bin/token')?.used).toBe(0);
  expect(quota.read('b', '/cgi-bin/token')?.used).toBe(1);
  for (let count = 0; count < 9; count += 1) quota.clear('a');
  expect(quota.clear('a')).toBe(false);
  now = Date.parse('2026-04-01T00:00:00+08:00');
  expect(quota.clear('a')).toBe(true);
});
