import { describe, expect, it } from 'vitest';
import { formatRemaining, nextRequestIn, remainingMs, remainingShare } from '#renderer/desk/rotation.ts';

const drawnAt = Date.parse('2026-05-01T10:00:00.000Z');
const code = { expiresAt: '2026-05-01T10:05:00.000Z' };
const at = (seconds: number) => drawnAt + seconds * 1_000;

describe('a rotating code', () => {
  it.each([
    [0, 300_000],
    [299, 1_000],
    [300, 0],
    [900, 0],
  ])('%i s after it was drawn has %i ms left', (seconds, left) => {
    expect(remainingMs(code, at(seconds))).toBe(left);
  });

  it('is asked for again shortly before it is due', () => {
    expect(nextRequestIn(code, at(0), false)).toBe(298_000);
    expect(at(0) + nextRequestIn(code, at(0), false)).toBeLessThan(Date.parse(code.expiresAt));
  });

  it.each([
    ['already due', code, at(400), false],
    ['refused', code, at(10), true],
    ['not there yet', undefined, at(0), false],
  ] as const)('is asked for at a steady pace when it is %s', (_, current, now, failed) => {
    expect(nextRequestIn(current, now, failed)).toBe(3_000);
  });

  it('empties its ring from 1 to 0 over the life it had when it came', () => {
    expect(remainingShare(code, at(0), at(0))).toBe(1);
    expect(remainingShare(code, at(100), at(200))).toBe(0.5);
    expect(remainingShare(code, at(0), at(300))).toBe(0);
  });

  it('has no share left when it was late on arrival', () => {
    expect(remainingShare(code, at(301), at(301))).toBe(0);
  });

  it('never shows more than a full ring when clocks step back', () => {
    expect(remainingShare(code, at(10), at(0))).toBe(1);
  });

  it.each([
    [300_000, '5:00'],
    [61_000, '1:01'],
    [59_001, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
  ])('reads %i ms as %s', (ms, text) => {
    expect(formatRemaining(ms)).toBe(text);
  });
});
