/**
 * What was promised, beside what was measured. Ratios are taken within one run: the machine's speed is not the
 * subject. The rule: a promise that was not measured stands there as such; it is never left out.
 */
import { beside } from './beside.ts';
import type { ClientTurns } from './clients.ts';
import { type ContenderName, peerNames } from './contenders.ts';
import type { DeskTimes } from './desk.ts';
import type { MeasuredExport } from './exports.ts';
import type { Case, Measured } from './load.ts';
import type { MemoryUse } from './memory.ts';
import type { PartName } from './options.ts';
import { growthOf, soakSliceMs } from './soak.ts';
import type { StoredFollowers } from './stored-followers.ts';
import type { StoredScans } from './stored-scans.ts';

/** A part that did not run is not there. */
export interface Findings {
  cases?: Case[];
  /** FollowDesk's token calls from its start on. */
  tokenCalls?: number;
  memory?: MemoryUse[];
  clients?: ClientTurns;
  desk?: DeskTimes;
  stored?: StoredScans[];
  followers?: StoredFollowers;
  exports?: MeasuredExport[];
  soak?: Measured[];
}

export type Unit = '×' | 'ms' | 'MB' | 'calls';

export interface Target {
  part: PartName;
  what: string;
  wanted: 'at most' | 'at least';
  limit: number;
  unit: Unit;
  /** Null: not measured in this run. */
  value: number | null;
  met: boolean | null;
}

function target(
  part: PartName,
  what: string,
  wanted: Target['wanted'],
  limit: number,
  unit: Unit,
  measured: number | undefined,
): Target {
  const value = measured === undefined || Number.isNaN(measured) ? null : measured;
  const met = value === null ? null : wanted === 'at most' ? value <= limit : value >= limit;
  return { part, what, wanted, limit, unit, value, met };
}

type Limit = [what: string, limit: number, unit: Unit, measured: number | undefined];

function atMost(part: PartName, limits: readonly Limit[]): Target[] {
  return limits.map(([what, limit, unit, value]) => target(part, what, 'at most', limit, unit, value));
}

/** Undefined unless both were measured. */
function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function finder(cases: readonly Case[] = []) {
  return (server: ContenderName, phones: number): Measured | undefined =>
    cases
      .find((one) => one.phones === phones && one.latencyMs === 40)
      ?.servers.find((one) => one.server === server);
}

function rushTargets({ cases, tokenCalls }: Findings): Target[] {
  const at = finder(cases);
  const crowd = at('followdesk', 500);
  const batch = at('floor-batch', 500);
  const peers = peerNames.flatMap((name) => at(name, 500) ?? []);
  const [best] = peers.toSorted((one, other) => other.perSecond - one.perSecond);
  const rate = (other: Measured | undefined) => beside(crowd, other, 'perSecond');
  const p50 = (phones: number) => beside(at('followdesk', phones), at('floor-2call', phones), 'p50');
  const rush = '500 phones';
  return [
    ...(
      [
        [`${rush}: callbacks/s beside the best npm peer`, 3, best],
        [`${rush}: callbacks/s beside the original PHP`, 100, at('php', 500)],
        [`${rush}: callbacks/s beside floor-batch`, 0.75, batch],
      ] as const
    ).map(([what, limit, other]) => target('callbacks', what, 'at least', limit, '×', rate(other))),
    ...atMost('callbacks', [
      [`${rush}: CPU per scan beside floor-batch`, 1.5, '×', beside(crowd, batch, 'cpuMs')],
      [`${rush}: p99 beside floor-batch`, 2.5, '×', beside(crowd, batch, 'p99')],
      ['1 phone: p50 beside floor-2call', 1.05, '×', p50(1)],
      ['50 phones: p50 beside floor-2call', 1.05, '×', p50(50)],
      ['1 phone: WeChat calls per scan', 2, 'calls', at('followdesk', 1)?.callsPerVisit],
      [`${rush}: WeChat calls per scan`, 1.05, 'calls', crowd?.callsPerVisit],
      ['token calls, however many scans', 1, 'calls', tokenCalls],
    ]),
  ];
}

function aloneTargets({ clients, memory, soak, desk }: Findings): Target[] {
  const memoryOf = (name: ContenderName) => memory?.find(({ server }) => server === name)?.residentBytes;
  const visits = memory === undefined ? 100_000 : Math.min(...memory.map((one) => one.visits));
  const after = `after ${(Math.floor(visits / 10_000) * 10_000).toLocaleString('en')} callbacks`;
  const minutes = soak === undefined ? 10 : (soak.length * soakSliceMs) / 60_000;
  const grown = soak && growthOf(soak.map(({ residentBytes }) => residentBytes));
  return [
    ...atMost('clients', [['CPU per call to WeChat beside undici', 1.3, '×', clients?.besideUndici]]),
    ...atMost('memory', [
      [
        `memory ${after} beside floor-batch`,
        1.2,
        '×',
        ratio(memoryOf('followdesk'), memoryOf('floor-batch')),
      ],
    ]),
    ...atMost('soak', [
      [`memory in the last quarter beside the second, ${minutes} minutes`, 1.1, '×', grown],
    ]),
    ...atMost('desk', [['50 phones: tap to desk beyond WeChat, p99', 50, 'ms', desk?.beyondP99]]),
  ];
}

function storedTargets({ stored }: Findings): Target[] {
  const [empty, tenth, full] = stored ?? [];
  const many = `${(full?.scans ?? 1_000_000).toLocaleString('en')} stored`;
  return atMost('stored', [
    [`${many}: newest 100`, 5, 'ms', full?.listMs],
    [`${many}: one openid`, 5, 'ms', full?.openidMs],
    [`${many}: a day and a verdict`, 50, 'ms', full?.dayAndVerdictMs],
    [`${many}: memory beside a tenth of them`, 1.1, '×', ratio(full?.residentBytes, tenth?.residentBytes)],
    [`${many}: headless ready`, 1500, 'ms', full?.readyMs],
    ['nothing stored: headless ready', 1500, 'ms', empty?.readyMs],
  ]);
}

/** What a screen and a phone may wait for a directory, whatever is asked of it. */
const soonMs = 50;

function directoryTargets({ followers: found }: Findings): Target[] {
  if (found === undefined) return [];
  const { followers, searches, sync } = found;
  const size = `${followers.toLocaleString('en')} followers`;
  const slowest = searches.length === 0 ? undefined : Math.max(...searches.map(({ p99 }) => p99));
  return atMost('followers', [
    [`${size}: slowest kind of search, p99`, soonMs, 'ms', slowest],
    [`${size}: a page while a sync writes, p99`, soonMs, 'ms', sync.pages.p99],
    [`${size}: the door while a sync writes, p99`, soonMs, 'ms', sync.door.p99],
  ]);
}

/** The thread that writes a file also answers phones, and what it has written it must not keep. */
function exportTargets({ exports }: Findings): Target[] {
  const files = (exports ?? []).filter(({ format }) => format !== 'none');
  if (files.length === 0) return [];
  const size = `${Math.max(...files.map(({ rows }) => rows)).toLocaleString('en')} exported`;
  const late = files.map(({ grown, grownByHalf }) => (grown - grownByHalf) / 1e6);
  return atMost('exports', [
    [`${size}: thread held at once`, 50, 'ms', Math.max(...files.map(({ heldMs }) => heldMs))],
    [`${size}: memory added in the second half`, 50, 'MB', Math.max(...late)],
    [`${size}: memory added`, 400, 'MB', Math.max(...files.map(({ grown }) => grown / 1e6))],
  ]);
}

/** All of them, those not measured included; a directory's and an export's only when they were. */
export function judge(findings: Findings): Target[] {
  return [
    ...rushTargets(findings),
    ...aloneTargets(findings),
    ...storedTargets(findings),
    ...directoryTargets(findings),
    ...exportTargets(findings),
  ];
}
