/** A report of a run that never was, for what is computed and drawn from one. */
import { type ContenderName, contenderNames } from '../../bench/contenders.ts';
import type { Case, Measured } from '../../bench/load.ts';
import type { Report } from '../../bench/report.ts';
import { type Findings, judge } from '../../bench/targets.ts';

export function measured(server: ContenderName, some: Partial<Measured> = {}): Measured {
  return {
    server,
    visits: 1000,
    errors: 0,
    perSecond: 1000,
    p50: 100,
    p99: 200,
    cpuMs: 0.2,
    calls: { '/cgi-bin/user/info': 1 },
    callsPerVisit: 2,
    tokenCalls: 0,
    residentBytes: 150e6,
    standinBusy: 0.2,
    phonesBusy: 0.2,
    othersBusy: 0.1,
    ...some,
  };
}

/** Every case, each contender as `figures` says. */
export function someCases(figures: Partial<Record<ContenderName, Partial<Measured>>>): Case[] {
  const names = contenderNames.filter((name) => name in figures);
  return [0, 40].flatMap((latencyMs) =>
    [1, 50, 500].map((phones) => ({
      phones,
      latencyMs,
      servers: names.map((name) => measured(name, figures[name])),
    })),
  );
}

/** A run on a good day. */
export const goodDay = {
  followdesk: { perSecond: 4000, p50: 102, p99: 250, cpuMs: 0.2, callsPerVisit: 1.02 },
  'floor-batch': { perSecond: 4567, p99: 149, cpuMs: 0.15 },
  'floor-2call': { perSecond: 2910, p50: 100 },
  'wechat-oauth': { perSecond: 811, p99: 766, cpuMs: 1.03 },
  'node-easywechat': { perSecond: 778, p99: 1170, cpuMs: 1.3 },
  php: { perSecond: 29, p99: 12_579, cpuMs: 1.17, tokenCalls: 1000 },
} satisfies Partial<Record<ContenderName, Partial<Measured>>>;

const waits = { p50: 1, p99: 1234.5, max: 2000 };

/** What only a run of everything finds. */
export const longRun: Findings = {
  followers: {
    followers: 1_000_000,
    fillSeconds: 200,
    readyMs: 1000,
    others: 0.1,
    searches: [{ kind: 'openid, 7 characters, and a rare tag', questions: 100, cpuMs: 1, ...waits }],
    sync: {
      peoplePerSecond: 4000,
      pages: waits,
      quietDoor: waits,
      door: waits,
      residentBefore: 200e6,
      residentPeak: 300e6,
    },
  },
  exports: [
    {
      format: 'xlsx',
      rows: 1_000_000,
      seconds: 40,
      cpuSeconds: 40,
      bytes: 60e6,
      grownByHalf: 1234.5e6,
      grown: 2469.9e6,
      heldMs: 1234.5,
      visits: 900,
      errors: 0,
      p50: 90,
      p99: 200,
    },
  ],
  soak: Array.from({ length: 40 }, () => measured('followdesk')),
};

export function reportOf(findings: Findings, some: Partial<Report> = {}): Report {
  return {
    at: '2026-11-23T12:00:00.000Z',
    minutes: 8,
    node: 'v24.0.0',
    machine: { cores: 2, cpu: 'one', platform: 'linux x64' },
    othersBusy: 0.05,
    quick: false,
    parts: 'callbacks',
    absent: [],
    targets: judge(findings),
    findings,
    ...some,
  };
}
