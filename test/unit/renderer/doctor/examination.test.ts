/** What was found is kept and mended check by check; opening the screen never surprises WeChat's quota. */
import { describe, expect, it, test } from 'vitest';
import { CHECK_GROUPS, GROUP_NAMES } from '#renderer/doctor/checks/check-groups.ts';
import { addReport, checksByItself } from '#renderer/doctor/checks/examination.ts';
import { CheckName, type DoctorReport, type Finding } from '#shared/model/doctor.ts';
import { account } from '../inspector/bundle-sources.ts';

const AT = Date.parse('2026-03-01T02:00:00.000Z');
const stable = { ...account, tokenMode: 'stable' as const };

function reportOf(secondsLater: number, states: Partial<Record<CheckName, Finding['state']>>): DoctorReport {
  const findings = Object.entries(states).map(([check, state]) => ({
    check: check as CheckName,
    state,
    actor: 'none' as const,
    errcode: null,
    cause: null,
    facts: {},
  }));
  const healthy = findings.every(({ state }) => state !== 'failed');
  return { accountId: 'a1', at: new Date(AT + secondsLater * 1_000).toISOString(), healthy, findings };
}

const whole = addReport(undefined, reportOf(0, { credentials: 'ok', token: 'failed' }), stable, undefined);

describe('a check made again alone', () => {
  const again = addReport(whole, reportOf(30, { token: 'ok' }), stable, ['token']);

  it('replaces its finding, in its place, and mends the whole', () => {
    expect(again.report.findings.map(({ check, state }) => [check, state])).toEqual([
      ['credentials', 'ok'],
      ['token', 'ok'],
    ]);
    expect(again.report.healthy).toBe(true);
    expect(whole.report.healthy).toBe(false);
  });

  it('says when, and the rest stays as old as it is', () => {
    expect(again.againAt).toEqual({ token: again.report.at });
    expect(again.wholeAt).toBe(whole.wholeAt);
  });

  it('adds a finding that was not there before', () => {
    const more = addReport(whole, reportOf(30, { quota: 'warning' }), stable, ['quota']);
    expect(more.report.findings.map(({ check }) => check)).toEqual(['credentials', 'token', 'quota']);
  });
});

test('checking everything forgets what was made again', () => {
  const again = addReport(whole, reportOf(30, { token: 'ok' }), stable, ['token']);
  const anew = addReport(again, reportOf(60, { token: 'warning' }), stable, undefined);
  expect(anew.againAt).toEqual({});
  expect(anew.report.findings).toHaveLength(1);
});

describe('opening the screen', () => {
  it.each([
    ['nothing was checked', undefined, stable, 0, true],
    ['a moment ago', whole, stable, 59_000, false],
    ['a minute ago', whole, stable, 60_000, true],
    ['a moment ago, but the account was changed', whole, { ...stable, publicUrl: null }, 1_000, true],
    [
      'nothing, and a check could take the token of others',
      undefined,
      { ...stable, tokenMode: 'classic' as const },
      0,
      false,
    ],
  ])('%s', (_case, known, now, ms, checks) => {
    expect(checksByItself(known, now, AT + ms)).toBe(checks);
  });
});

test('every check is in exactly one group, in the order of mending', () => {
  const grouped: CheckName[] = GROUP_NAMES.flatMap((group) => [...CHECK_GROUPS[group]]);
  expect([...grouped].sort()).toEqual([...CheckName.options].sort());
  for (const group of GROUP_NAMES) {
    const places = CHECK_GROUPS[group].map((check) => CheckName.options.indexOf(check));
    expect(places, group).toEqual([...places].sort((a, b) => a - b));
  }
});
