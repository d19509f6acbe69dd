/** The clock says when a look-up goes on: after the minute, after midnight in China, or some seconds later. */
import { expect, test } from 'vitest';
import { NotFound, SecretMissing, StorageFailed, WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import { goesOnAt, setbackOf } from '#core/lookups/setback.ts';
import type { Reason } from '#shared/model/verdict.ts';

function goesOn(reason: Reason | null, errcode: number | null, before: number, now: string): string | null {
  const at = goesOnAt({ reason, errcode }, before, Date.parse(now));
  return at === null ? null : new Date(at).toISOString();
}

test.each([
  ['quota', 45011, '2026-11-23T10:00:00.000Z', '2026-11-23T10:01:02.000Z'],
  ['quota', 45011, '2026-11-23T10:00:59.999Z', '2026-11-23T10:01:02.000Z'],
  ['quota', 45009, '2026-11-23T15:59:59.000Z', '2026-11-23T16:01:00.000Z'],
  ['quota', 45009, '2026-11-23T16:00:00.000Z', '2026-11-24T16:01:00.000Z'],
  ['network', null, '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:05.000Z'],
  ['platform_busy', -1, '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:05.000Z'],
  ['bad_reply', null, '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:05.000Z'],
] as const)('%s %s at %s goes on at %s', (reason, errcode, now, at) => {
  expect(goesOn(reason, errcode, 0, now)).toBe(at);
});

test('a quota is waited for as often as it takes, a broken network four times', () => {
  const now = '2026-11-23T10:00:00.000Z';
  expect(goesOn('quota', 45011, 99, now)).not.toBeNull();
  expect(goesOn('network', null, 3, now)).toBe('2026-11-23T10:01:00.000Z');
  expect(goesOn('network', null, 4, now)).toBeNull();
});

test.each(['credentials', 'token', 'ip_not_allowed', 'permission', 'platform_error', null] as const)(
  '%s is for somebody to mend',
  (reason) => {
    expect(goesOn(reason, null, 0, '2026-11-23T10:00:00.000Z')).toBeNull();
  },
);

test.each([
  [new WeChatRefused({ errcode: 40164, rid: null, endpoint: '/', ip: '1.2.3.4' }), 'ip_not_allowed', 40164],
  [new WeChatUnreachable('/', 'timeout', ''), 'network', null],
  [new SecretMissing('acc', 'missing'), 'credentials', null],
  [new StorageFailed('full', null), null, null],
  [new NotFound('account', 'acc'), null, null],
])('%s', (error, reason, errcode) => {
  expect(setbackOf(error)).toEqual({ reason, errcode });
});
