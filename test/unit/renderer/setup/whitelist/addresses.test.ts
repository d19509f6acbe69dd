/** A changing public address is noticed by the latest two, however the list is ordered. */
import { expect, it } from 'vitest';
import { historyOf } from '#renderer/setup/whitelist/addresses.ts';
import type { SeenIp } from '#shared/model/doctor.ts';

const seen = (ip: string, day: number): SeenIp => ({
  ip,
  firstSeenAt: `2026-03-0${day}T08:00:00.000Z`,
  lastSeenAt: `2026-03-0${day}T09:00:00.000Z`,
  allowed: true,
});

it('knows the latest address and the one before', () => {
  const history = historyOf([seen('198.51.100.1', 1), seen('203.0.113.7', 3), seen('198.51.100.2', 2)]);
  expect(history.current?.ip).toBe('203.0.113.7');
  expect(history.previous?.ip).toBe('198.51.100.2');
  expect(history.all).toHaveLength(3);
});

it('sees no change in one address, and nothing in none', () => {
  expect(historyOf([seen('203.0.113.7', 1)])).toMatchObject({ previous: null });
  expect(historyOf([])).toEqual({ current: null, previous: null, all: [] });
});
