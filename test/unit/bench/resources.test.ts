/** CPU time is precise where it can be, and never misses what a thread that ended has used. */
import { expect, test } from 'vitest';
import { cpuBetween, usageOf, usageOfAll } from '../../bench/resources.ts';

const usage = (cpuMs: number, preciseMs: number) => ({ cpuMs, preciseMs, residentBytes: 0 });

test('the precise figure is taken, also when ticks saw nothing', () => {
  expect(cpuBetween(usage(100, 104.2), usage(100, 107.9))).toBeCloseTo(3.7);
  expect(cpuBetween(usage(100, 104), usage(1100, 1103.5))).toBeCloseTo(999.5);
});

test('ticks are taken when a thread ended meanwhile, or where nothing more precise is kept', () => {
  expect(cpuBetween(usage(100, 104), usage(600, 204))).toBe(500);
  expect(cpuBetween(usage(100, Number.NaN), usage(150, Number.NaN))).toBe(50);
});

test('this process has used time and memory, and twice as much counted twice', () => {
  const one = usageOf(process.pid);
  expect(one.cpuMs).toBeGreaterThan(0);
  expect(one.residentBytes).toBeGreaterThan(10e6);
  expect(usageOfAll([process.pid, process.pid]).residentBytes).toBeGreaterThan(1.5 * one.residentBytes);
  expect(usageOf(2 ** 30).cpuMs).toBeNaN();
});
