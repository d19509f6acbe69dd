/** What the desk makes of its two networks. */
import { expect, test } from 'vitest';
import { moodOf } from '#renderer/desk/pulse-mood.ts';
import type { Pulse } from '#shared/model/pulse.ts';

const at = '2026-11-23T10:00:00.000Z';
const well: Pulse = {
  ...{ waiting: 0, askedToWait: 0, answeredAt: at, askedAt: at, latencyMs: 80, silentSince: null },
};
const now = Date.parse(at) + 5_000;

test.each<[ReturnType<typeof moodOf>, Pulse]>([
  ['well', well],
  ['unasked', { ...well, answeredAt: null, askedAt: null, latencyMs: null }],
  ['slow', { ...well, latencyMs: 2_500 }],
  ['crowded', { ...well, askedToWait: 4, latencyMs: 2_500 }],
  ['waiting', { ...well, waiting: 3, latencyMs: 4_000 }],
  ['silent', { ...well, waiting: 3, silentSince: at }],
  ['silent', { ...well, answeredAt: null, silentSince: at }],
])('%s', (mood, pulse) => {
  expect(moodOf(pulse, 'live', now)).toBe(mood);
});

test('a desk that is cut off knows nothing of WeChat, whatever it heard before', () => {
  expect(moodOf({ ...well, silentSince: at }, 'lost', now)).toBe('lost');
  expect(moodOf(undefined, 'live', now)).toBe('connecting');
});

test('what was slow a while ago is not called slow for ever', () => {
  expect(moodOf({ ...well, latencyMs: 4_000 }, 'live', now + 120_000)).toBe('well');
});
