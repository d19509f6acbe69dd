/** A filter survives its way through an address, and nothing but a filter comes out of one. */
import { describe, expect, it, test } from 'vitest';
import {
  filterOf,
  hashOfFilter,
  isNarrowed,
  matches,
  NO_FILTER,
  type RecordFilter,
  scanFilterOf,
} from '#renderer/records/record-filter.ts';
import { scanOf } from '../desk/scans.ts';

const NOON = new Date(2026, 2, 10, 12, 0);
const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString();

describe('the address of the records', () => {
  it.each<[string, Partial<RecordFilter>]>([
    ['nothing', {}],
    ['a preset', { period: { kind: 'week' } }],
    ['two moments', { period: { kind: 'custom', from: '2026-03-01T09:30', to: '2026-03-01T18:00' } }],
    ['one moment', { period: { kind: 'custom', from: '', to: '2026-03-01T18:00' } }],
    ['an entry', { entryId: 'e/1?&' }],
    ['a verdict', { verdict: 'not_followed' }],
    ['a reason', { verdict: 'unknown', reason: 'code_expired' }],
    ['an openid', { openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M' }],
    ['annulled', { annulled: 'only' }],
    ['all at once', { entryId: 'e1', verdict: 'followed', openid: 'oA-b_C', annulled: 'without' }],
  ])('keeps %s', (_name, part) => {
    const filter = { ...NO_FILTER, ...part };
    expect(filterOf(hashOfFilter(filter))).toEqual(filter);
    expect(filterOf(hashOfFilter(filter, 'print'))).toEqual(filter);
  });

  it('is short while nothing narrows', () => {
    expect(hashOfFilter(NO_FILTER)).toBe('#/records');
    expect(hashOfFilter(NO_FILTER, 'print')).toBe('#/records/print');
  });

  it('takes nothing that makes no sense', () => {
    const hash =
      '#/records?period=never&verdict=maybe&reason=because&annulled=yes&entry=&openid=%20&from=x&to=2026';
    expect(filterOf(hash)).toEqual(NO_FILTER);
    expect(filterOf('#/records?period=custom&from=yesterday&to=2026-13-45T99:99').period).toEqual({
      kind: 'custom',
      from: '',
      to: '',
    });
  });

  it('lets a reason imply its verdict', () => {
    expect(filterOf('#/records?reason=quota&verdict=followed')).toMatchObject({
      verdict: 'unknown',
      reason: 'quota',
    });
  });
});

describe('what the host is asked', () => {
  const asked = (part: Partial<RecordFilter>) => scanFilterOf({ ...NO_FILTER, ...part }, 'a1', NOON);

  it('begins and ends days at the operator’s midnight', () => {
    expect(asked({})).toMatchObject({ from: local(2026, 2, 10), to: local(2026, 2, 11) });
    expect(asked({ period: { kind: 'yesterday' } })).toMatchObject({
      from: local(2026, 2, 9),
      to: local(2026, 2, 10),
    });
    expect(asked({ period: { kind: 'week' } })).toMatchObject({ from: local(2026, 2, 4) });
  });

  it('leaves open what is open', () => {
    expect(asked({ period: { kind: 'all' } })).toEqual({ accountId: 'a1' });
    expect(asked({ period: { kind: 'custom', from: '2026-03-01T09:30', to: '' } })).toEqual({
      accountId: 'a1',
      from: local(2026, 2, 1, 9, 30),
    });
  });

  it('asks for annulled scans only, for the others only, or for both', () => {
    expect(asked({ annulled: 'only' }).annulled).toBe(true);
    expect(asked({ annulled: 'without' }).annulled).toBe(false);
    expect(asked({}).annulled).toBeUndefined();
  });
});

describe('a scan that comes while the list is open', () => {
  const scan = scanOf('s1', 30, {
    accountId: 'account',
    entryId: 'entry',
    verdict: 'unknown',
    reason: 'quota',
  });

  it.each([
    [{}, true],
    [{ accountId: 'account', entryId: 'entry', verdict: 'unknown', reason: 'quota', openid: 'o6_s1' }, true],
    [{ accountId: 'another' }, false],
    [{ entryId: 'another' }, false],
    [{ verdict: 'followed' }, false],
    [{ reason: 'network' }, false],
    [{ openid: 'o6_s' }, false],
    [{ annulled: true }, false],
    [{ annulled: false }, true],
    [{ from: scan.scannedAt }, true],
    [{ to: scan.scannedAt }, false],
  ] as const)('is measured by %j: %s', (filter, expected) => {
    expect(matches(scan, filter)).toBe(expected);
  });
});

test('the period alone narrows nothing', () => {
  expect(isNarrowed({ ...NO_FILTER, period: { kind: 'week' } })).toBe(false);
  expect(isNarrowed({ ...NO_FILTER, annulled: 'without' })).toBe(true);
  expect(isNarrowed({ ...NO_FILTER, openid: 'o6' })).toBe(true);
});
