/** Who is served at once, who stands in line, who is asked to come again, and who goes first then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLine } from '#core/callback/line.ts';
import { manualClock } from '../../../support/manual-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(visitsAtOnce = 2) {
  const steady = manualClock(0);
  const line = createLine({ visitsAtOnce }, steady);
  const ends = new Map<string, () => void>();
  const began: string[] = [];
  /** Answers what became of it, null when it is to come again. */
  const come = (visit: string) =>
    line.run(visit, async () => {
      began.push(visit);
      await new Promise<void>((resolve) => ends.set(visit, resolve));
      return visit;
    });
  async function pass(ms: number): Promise<void> {
    // Whoever has come begins before the time passes.
    await vi.advanceTimersByTimeAsync(0);
    steady.advance(ms);
    await vi.advanceTimersByTimeAsync(250);
  }
  async function end(visit: string): Promise<void> {
    ends.get(visit)?.();
    await vi.advanceTimersByTimeAsync(0);
  }
  return { line, come, began, pass, end };
}

test('so many at once, the others in the order they came', async () => {
  const { come, began, pass, end } = open();
  const visits = ['anna', 'ben', 'carl', 'dora'].map(come);
  await pass(0);
  expect(began).toEqual(['anna', 'ben']);
  await end('ben');
  expect(began).toEqual(['anna', 'ben', 'carl']);
  await end('anna');
  await end('carl');
  await end('dora');
  expect(await Promise.all(visits)).toEqual(['anna', 'ben', 'carl', 'dora']);
});

test('a visit that fails gives its place away all the same', async () => {
  const { line, come, began, pass } = open(1);
  await expect(line.run('anna', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  void come('ben');
  await pass(0);
  expect(began).toEqual(['ben']);
});

test('whoever stood in line for ten seconds is asked to come again', async () => {
  const { line, come, pass } = open(1);
  void come('anna');
  const ben = come('ben');
  await pass(9000);
  const carl = come('carl');
  await pass(1000);
  expect(await ben).toBeNull();
  expect(line.askedToWait()).toBe(1);
  await pass(9000);
  expect(await carl).toBeNull();
  await pass(60_000);
  expect(line.askedToWait()).toBe(0);
});

test('whoever would stand there longer is asked at once', async () => {
  const { line, come, pass, end } = open(1);
  void come('anna');
  await pass(4000);
  await end('anna');
  // Four seconds a visit: the third in line would wait for twelve.
  void come('ben');
  for (const visit of ['carl', 'dora', 'emil']) void come(visit);
  expect(await come('finn')).toBeNull();
  expect(line.askedToWait()).toBe(1);
});

test('however quick visits are, the line is bounded', async () => {
  const { come } = open(1);
  void come('anna');
  for (let at = 0; at < 10_000; at += 1) void come(`visitor${at}`);
  expect(await come('ben')).toBeNull();
});

test('whoever was asked goes before whoever comes later', async () => {
  const { come, began, pass, end } = open(1);
  void come('anna');
  await pass(4000);
  await end('anna');
  void come('ben');
  for (const visit of ['carl', 'dora', 'emil']) void come(visit);
  expect(await come('finn')).toBeNull();
  await end('ben');
  // One place in line is free again, and it is Finn's.
  expect(await come('gina')).toBeNull();
  void come('finn');
  for (const visit of ['carl', 'dora', 'emil', 'finn']) await end(visit);
  expect(began).toEqual(['anna', 'ben', 'carl', 'dora', 'emil', 'finn']);
});

test('a code that has waited for three minutes waits no more', async () => {
  const { come, began, pass, end } = open(1);
  void come('anna');
  const ben = come('ben');
  await pass(10_000);
  expect(await ben).toBeNull();
  await pass(181_000);
  void come('ben');
  await pass(0);
  expect(began).toEqual(['anna', 'ben']);
  // The place that there was not is given to nobody.
  void come('carl');
  await end('ben');
  expect(began).toEqual(['anna', 'ben']);
  await end('anna');
  expect(began).toEqual(['anna', 'ben', 'carl']);
});

test('a door that closes asks everybody in line to come again, and finishes with who is inside', async () => {
  const { line, come, pass, end } = open(1);
  const anna = come('anna');
  const ben = come('ben');
  line.close();
  expect(await ben).toBeNull();
  expect(await come('carl')).toBeNull();
  await pass(0);
  await end('anna');
  expect(await anna).toBe('anna');
});
