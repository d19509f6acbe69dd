/** A promise is met, not met, or not measured; it is never met because nothing was measured. */
import { expect, test } from 'vitest';
import { type Findings, judge } from '../../bench/targets.ts';
import { goodDay, measured, someCases } from './a-report.ts';

function verdictOf(findings: Findings, what: string) {
  const found = judge(findings).find((target) => target.what.includes(what));
  if (found === undefined) throw new Error(`Nothing is promised of "${what}"`);
  return { value: found.value, met: found.met };
}

test('without findings every promise stands there, none of them met', () => {
  const targets = judge({});
  expect(targets.length).toBeGreaterThan(15);
  expect(targets.every(({ value, met }) => value === null && met === null)).toBe(true);
});

test('on a good day the crowd is served as promised', () => {
  const targets = judge({ cases: someCases(goodDay), tokenCalls: 1 });
  const missed = targets.filter(({ part, met }) => part === 'callbacks' && met !== true);
  expect(missed.map(({ what }) => what)).toEqual([]);
});

test('the best npm peer is the faster one', () => {
  const cases = someCases({ ...goodDay, 'node-easywechat': { perSecond: 2000 } });
  expect(verdictOf({ cases }, 'best npm peer')).toEqual({ value: 2, met: false });
});

test('exactly what is wanted is met, and a little less is not', () => {
  const at = (perSecond: number) =>
    verdictOf({ cases: someCases({ ...goodDay, followdesk: { perSecond } }) }, 'original PHP').met;
  expect(at(2900)).toBe(true);
  expect(at(2899)).toBe(false);
});

test('servers are compared round by round, one with fewer rounds by its middle', () => {
  const rounds = (...rates: number[]) => rates.map((perSecond) => ({ perSecond, p50: 1, p99: 1, cpuMs: 1 }));
  const cases = someCases({
    followdesk: { perSecond: 4000, rounds: rounds(2000, 4000, 6000) },
    'wechat-oauth': { perSecond: 1000, rounds: rounds(500, 1000, 2400) },
    'floor-batch': { perSecond: 5000, rounds: rounds(5000) },
  });
  expect(verdictOf({ cases }, 'best npm peer').value).toBe(4);
  expect(verdictOf({ cases }, 'callbacks/s beside floor-batch').value).toBe(0.8);
});

test('without PHP its promise is not measured, and the others are', () => {
  const { php: _, ...rest } = goodDay;
  const cases = someCases(rest);
  expect(verdictOf({ cases }, 'original PHP')).toEqual({ value: null, met: null });
  expect(verdictOf({ cases }, 'best npm peer').met).toBe(true);
});

test('a figure that is not a number is not measured', () => {
  const cases = someCases({ ...goodDay, followdesk: { cpuMs: Number.NaN } });
  expect(verdictOf({ cases }, 'CPU per scan')).toEqual({ value: null, met: null });
});

test('only the crowd at 40 ms is judged', () => {
  const cases = someCases(goodDay).filter(({ latencyMs }) => latencyMs === 0);
  expect(verdictOf({ cases }, 'best npm peer').met).toBeNull();
});

test('memory, the client, the record, the start, the desk and the long watch are judged', () => {
  const page = {
    listMs: 1,
    openidMs: 1,
    dayAndVerdictMs: 1,
    summaryMs: 1,
    readyMs: 900,
    othersBusy: 0,
    residentBytes: 100e6,
  };
  const findings: Findings = {
    clients: { followdesk: 0.06, undici: 0.05, axios: 0.4, besideUndici: 1.2 },
    memory: [
      { server: 'followdesk', visits: 100_400, errors: 0, residentBytes: 240e6 },
      { server: 'floor-batch', visits: 101_000, errors: 0, residentBytes: 190e6 },
    ],
    stored: [
      { ...page, scans: 0 },
      { ...page, scans: 100_000 },
      { ...page, scans: 1_000_000, openidMs: 6, residentBytes: 109e6 },
    ],
    soak: Array.from({ length: 40 }, () => measured('followdesk')),
  };
  expect(verdictOf(findings, 'beside undici').met).toBe(true);
  expect(verdictOf(findings, 'memory after 100,000')).toMatchObject({ met: false });
  expect(verdictOf(findings, 'one openid')).toEqual({ value: 6, met: false });
  expect(verdictOf(findings, '1,000,000 stored: memory').met).toBe(true);
  expect(verdictOf(findings, '1,000,000 stored: headless ready').met).toBe(true);
  expect(verdictOf(findings, 'last quarter')).toEqual({ value: 1, met: true });
});
