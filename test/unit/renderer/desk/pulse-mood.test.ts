import { expect, test } from 'vitest';
import { moodOf } from '#renderer/desk/pulse-mood.ts';
import type { Pulse } from '#shared/model/pulse.ts';

const well: Pulse = { waiting: 0, answeredAt: '2026-11-23T10:00:00.000Z', latencyMs: 80, silentSince: null };

test.each([
  ['well', well],
  ['well', { ...well, answeredAt: null, latencyMs: null }],
  ['slow', { ...well, latencyMs: 2_500 }],
  ['waiting', { ...well, waiting: 3, latencyMs: 4_000 }],
  ['silent', { ...well, waiting: 3, silentSince: '2026-11-23T10:00:00.000Z' }],
])('%s', (mood, pulse) => {
  expect(moodOf(pulse)).toBe(mood);
});
