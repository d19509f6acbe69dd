/** How often WeChat is asked again: seconds while somebody types, never before WeChat's own time is up. */
import { describe, expect, it } from 'vitest';
import { watchOf } from '#renderer/setup/whitelist/watch-pace.ts';

const AT = Date.parse('2026-03-01T08:00:00.000Z');
const MINUTE = 60_000;

describe('watchOf', () => {
  it('stops once the address is let in', () => {
    expect(watchOf('ok', null, AT, 0)).toEqual({ state: 'passed' });
    expect(watchOf('warning', null, AT, 0)).toEqual({ state: 'passed' });
  });

  it('asks every few seconds, and less often after a while', () => {
    expect(watchOf('failed', 40164, AT, 0)).toEqual({ state: 'watching', everyMs: 5_000, confirming: false });
    expect(watchOf('failed', 40164, AT, 6 * MINUTE)).toMatchObject({ everyMs: 15_000 });
  });

  it.each([89501, 89502, 89503, 89504, 89505])('waits for the administrator after %i', (errcode) => {
    expect(watchOf('failed', errcode, AT, 0)).toEqual({
      state: 'watching',
      everyMs: 61_000,
      confirming: true,
    });
  });

  it.each([
    [89507, 60],
    [89506, 24 * 60],
  ])('leaves WeChat alone after %i for %i minutes', (errcode, minutes) => {
    expect(watchOf('failed', errcode, AT, 0)).toEqual({ state: 'refused', until: AT + minutes * MINUTE });
  });
});
