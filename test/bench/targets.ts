/**
 * What was promised, beside what was measured. `required` targets are those the main job must reach; the others
 * are the goals it is on its way to. Ratios are taken within one run: the machine's speed is not the subject.
 */
import type { ClientCosts } from './client-cost.ts';
import type { MeasuredExport } from './exports.ts';
import type { Case, Measured, ServerName } from './load.ts';
import type { StoredFollowers } from './stored-followers.ts';
import type { StoredScans } from './stored-scans.ts';

export interface Findings {
  cases: Case[];
  stored: StoredScans[];
  clients: ClientCosts;
  /** FollowDesk's token calls from its start on. */
  tokenCalls: number;
}

export interface Target {
  required: boolean;
  what: string;
  wanted: string;
  measured: string;
  met: boolean;
}

function atMost(what: string, value: number, limit: number, unit: string, required = true): Target {
  const digits = unit === 'ms' ? 1 : 2;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return { required, what, wanted: `≤ ${limit} ${unit}`, measured: `${shown} ${unit}`, met: value <= limit };
}

function atLeast(what: string, value: number, limit: number, unit: string): Target {
  const measured = `${value.toFixed(2)} ${unit}`;
  return { required: false, what, wanted: `≥ ${limit} ${unit}`, measured, met: value >= limit };
}

function finder(cases: readonly Case[]) {
  return (server: ServerName, phones: number, latencyMs: number): Measured => {
    const found = cases.find((one) => one.phones === phones && one.latencyMs === latencyMs);
    const measured = found?.servers.find((one) => one.server === server);
    if (measured === undefined) throw new Error(`${server} was not measured with ${phones} phones`);
    return measured;
  };
}

/** Medians of a noisy machine differ by this much with nothing changed. */
const asQuick = 1.25;

function storedTargets(stored: readonly StoredScans[]): Target[] {
  const [empty, page, full] = stored;
  if (empty === undefined || page === undefined || full === undefined) return [];
  return [
    atMost('ready, empty data folder', empty.readyMs, 1500, 'ms'),
    atMost('ready, 100,000 stored scans', full.readyMs, 1500, 'ms'),
    atMost('100,000 stored: newest 100, beside 100 stored', full.listMs / page.listMs, asQuick, '×'),
    atMost('100,000 stored: counters, beside none stored', full.summaryMs / empty.summaryMs, asQuick, '×'),
    atMost('100,000 stored: newest 100', full.listMs, 5, 'ms', false),
  ];
}

export function judge({ cases, stored, clients, tokenCalls }: Findings): Target[] {
  const at = finder(cases);
  const crowd = at('FollowDesk', 500, 40);
  const batch = at('floor-batch', 500, 40);
  const twoCall = at('floor-2call', 500, 40);
  const beside = (phones: number) => at('FollowDesk', phones, 40).p50 / at('floor-2call', phones, 40).p50;
  const targets = [
    atMost('token calls, however many scans', tokenCalls, 1, 'calls'),
    atMost('WeChat calls, a lone visitor', at('FollowDesk', 1, 40).callsPerVisit, 2, 'per scan'),
    atMost('WeChat calls, 500 phones', crowd.callsPerVisit, 1.05, 'per scan'),
    atMost('CPU per scan, 500 phones, beside floor-2call', crowd.cpuMs / twoCall.cpuMs, 2, '×'),
    atMost('CPU per scan, 500 phones, beside floor-batch', crowd.cpuMs / batch.cpuMs, 2, '×'),
    ...storedTargets(stored),
    atMost('p50, 1 phone, beside floor-2call', beside(1), 1.05, '×'),
    atMost('p50, 50 phones, beside floor-2call', beside(50), 1.05, '×'),
    atLeast('callbacks/s, 500 phones, beside floor-batch', crowd.perSecond / batch.perSecond, 0.75, '×'),
    atMost('CPU per scan, 500 phones, beside floor-batch', crowd.cpuMs / batch.cpuMs, 1.5, '×', false),
    atMost('p99, 500 phones, beside floor-batch', crowd.p99 / batch.p99, 2.5, '×', false),
    atMost('CPU per WeChat call, beside undici', clients.followdesk / clients.undici, 1.3, '×', false),
    atMost('memory, beside floor-batch', crowd.residentBytes / batch.residentBytes, 1.2, '×', false),
  ];
  return targets.toSorted((a, b) => Number(b.required) - Number(a.required));
}

/** What a screen and a phone may wait for a directory, whatever is asked of it. */
const soonMs = 50;

export function judgeDirectory({ followers, searches, sync }: StoredFollowers): Target[] {
  const size = `${followers.toLocaleString('en')} followers`;
  const [slowest] = searches.toSorted((one, other) => other.p99 - one.p99);
  if (slowest === undefined) return [];
  return [
    atMost(`${size}, p99 of the slowest search: ${slowest.kind}`, slowest.p99, soonMs, 'ms'),
    atMost(`${size}, p99 of a page while a sync writes`, sync.pages.p99, soonMs, 'ms'),
    atMost(`${size}, p99 at the door while a sync writes`, sync.door.p99, soonMs, 'ms'),
  ];
}

/** The thread that writes a file also answers phones, and what it has written it must not keep. */
export function judgeExports(measured: readonly MeasuredExport[]): Target[] {
  const files = measured.filter(({ format }) => format !== 'none');
  const size = `${Math.max(...files.map(({ rows }) => rows)).toLocaleString('en')} scans exported`;
  const late = files.map(({ grown, grownByHalf }) => (grown - grownByHalf) / 1e6);
  return [
    atMost(`${size}: thread held at once`, Math.max(...files.map(({ heldMs }) => heldMs)), 50, 'ms'),
    atMost(`${size}: memory added in the second half`, Math.max(...late), 50, 'MB'),
    atMost(`${size}: memory added`, Math.max(...files.map(({ grown }) => grown / 1e6)), 400, 'MB'),
  ];
}
