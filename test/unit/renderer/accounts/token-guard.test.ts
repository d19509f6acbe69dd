/** What a token's status means at a moment, and what stands against forcing a new one. */
import { describe, expect, test } from 'vitest';
import { describeDuration } from '#renderer/accounts/duration.ts';
import { forceObstacle, lifeOf } from '#renderer/accounts/token-guard.ts';
import { hourAndMinute } from '#renderer/text/format.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import { textOf } from '../words.ts';

const NOW = Date.parse('2026-05-01T10:00:00Z');

function inSeconds(seconds: number): string {
  return new Date(NOW + seconds * 1000).toISOString();
}

const status: TokenStatus = {
  mode: 'stable',
  cached: true,
  fetchedAt: inSeconds(-1800),
  expiresAt: inSeconds(5400),
  expiresIn: 5400,
  fetches: 1,
  fetchesToday: 1,
  dailyLimit: 500_000,
  forcedToday: 1,
  forceAgainAt: null,
  stolenAt: null,
  takenAbout: null,
};

describe('life', () => {
  test('is what is left of it, by the clock and not by when the host was asked', () => {
    expect(lifeOf(status, NOW)).toEqual({ secondsOld: 1800, secondsLeft: 5400, share: 0.75 });
    expect(lifeOf(status, NOW + 5_400_000)).toMatchObject({ secondsLeft: 0, share: 0 });
    expect(lifeOf(status, NOW + 9_999_000)).toMatchObject({ secondsLeft: 0, share: 0 });
  });

  test('is unknown before the first fetch and without an expiry', () => {
    expect(lifeOf({ ...status, fetchedAt: null, expiresAt: null }, NOW)).toBeNull();
    expect(lifeOf({ ...status, expiresAt: null }, NOW)).toBeNull();
  });
});

describe('forcing', () => {
  test('has to wait for the pause after the last one', () => {
    expect(forceObstacle({ ...status, forceAgainAt: inSeconds(29.2) }, NOW)).toEqual({
      kind: 'pause',
      secondsLeft: 30,
    });
  });

  test('has to wait for midnight once the day’s 20 are used', () => {
    const used = { ...status, forcedToday: 20, forceAgainAt: inSeconds(7200) };
    expect(forceObstacle(used, NOW)).toEqual({ kind: 'quota', secondsLeft: 7200 });
  });

  test('is free otherwise, also when the wait ended since the host was asked', () => {
    expect(forceObstacle(status, NOW)).toBeNull();
    expect(forceObstacle({ ...status, forceAgainAt: inSeconds(30) }, NOW + 30_000)).toBeNull();
  });
});

test.each([
  [7500, '2 小时 5 分', '2 h 5 min'],
  [3599, '59 分钟', '59 min'],
  [59.9, '59 秒', '59 s'],
  [-3, '0 秒', '0 s'],
])('%d seconds are %s', (seconds, chinese, english) => {
  expect(describeDuration(textOf('zh-CN'), seconds)).toBe(chinese);
  expect(describeDuration(textOf('en'), seconds)).toBe(english);
});

test('a rough moment has its date only when that was another day', () => {
  const now = new Date(2026, 4, 1, 12, 0);
  expect(hourAndMinute(new Date(2026, 4, 1, 9, 5).toISOString(), now)).toBe('09:05');
  expect(hourAndMinute(new Date(2026, 3, 30, 23, 59).toISOString(), now)).toBe('4/30 23:59');
});
