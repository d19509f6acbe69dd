/**
 * The main comparison: slices of the same crowd sent to each server in turn (A B C A B C …), so that what the
 * machine does meanwhile befalls them alike. Medians of the slices are what is reported.
 */
import type { Helper } from './helpers.ts';
import type { Crowd, CrowdResult } from './phones.ts';
import { usageOf } from './resources.ts';
import type { CallCounts, StandinQuestion } from './wechat-standin.ts';

export type ServerName = 'FollowDesk' | 'floor-2call' | 'floor-batch';

export interface MeasuredServer {
  name: ServerName;
  pid: number;
  url: string;
  /** A state the server accepts for the next minutes. */
  state(): Promise<string>;
  /** Visits that were answered and yet have no verdict on record since last asked. */
  undecided(visits: number): Promise<number>;
}

export interface Measured {
  server: ServerName;
  visits: number;
  errors: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** User and system time of the server, per visit. */
  cpuMs: number;
  /** Calls per visit, tokens apart. */
  calls: Record<string, number>;
  callsPerVisit: number;
  tokenCalls: number;
  residentBytes: number;
  /** Shares of one core that the two helpers were busy. */
  standinBusy: number;
  phonesBusy: number;
}

export interface Case {
  phones: number;
  latencyMs: number;
  servers: Measured[];
}

export interface Bench {
  standin: Helper<StandinQuestion, CallCounts>;
  phones: Helper<Crowd, CrowdResult>;
  servers: readonly MeasuredServer[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

function since(before: CallCounts, after: CallCounts): CallCounts {
  const paths = Object.keys(after).map((path) => [path, (after[path] ?? 0) - (before[path] ?? 0)] as const);
  return Object.fromEntries(paths.filter(([, count]) => count > 0));
}

/** One crowd at one server. */
export async function runSlice(
  { standin, phones }: Bench,
  server: MeasuredServer,
  crowd: { phones: number; milliseconds: number },
): Promise<Measured> {
  const pids = [server.pid, standin.pid, phones.pid];
  const state = await server.state();
  const callsBefore = await standin.ask({});
  const before = pids.map(usageOf);
  const startedAt = performance.now();
  const result = await phones.ask({ ...crowd, url: server.url, state });
  const elapsed = performance.now() - startedAt;
  const after = pids.map(usageOf);
  const [own = 0, standinCpu = 0, phonesCpu = 0] = after.map(
    ({ cpuMs }, index) => cpuMs - (before[index]?.cpuMs ?? 0),
  );

  const all = since(callsBefore, await standin.ask({}));
  const isToken = (path: string) => /\/(stable_)?token$/.test(path);
  const calls = Object.entries(all).filter(([path]) => !isToken(path));
  const tokens = Object.entries(all).filter(([path]) => isToken(path));
  const sum = (counts: [string, number][]) => counts.reduce((total, [, count]) => total + count, 0);
  return {
    ...result,
    server: server.name,
    errors: result.errors + (await server.undecided(result.visits)),
    cpuMs: own / result.visits,
    calls: Object.fromEntries(calls.map(([path, count]) => [path, count / result.visits])),
    callsPerVisit: sum(calls) / result.visits,
    tokenCalls: sum(tokens),
    residentBytes: after[0]?.residentBytes ?? Number.NaN,
    standinBusy: standinCpu / elapsed,
    phonesBusy: phonesCpu / elapsed,
  };
}

function together(server: ServerName, slices: readonly Measured[]): Measured {
  const middle = (read: (slice: Measured) => number) => median(slices.map(read));
  const total = (read: (slice: Measured) => number) => slices.reduce((sum, slice) => sum + read(slice), 0);
  const paths = new Set(slices.flatMap(({ calls }) => Object.keys(calls)));
  return {
    server,
    visits: total(({ visits }) => visits),
    errors: total(({ errors }) => errors),
    perSecond: middle(({ perSecond }) => perSecond),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    calls: Object.fromEntries([...paths].map((path) => [path, middle(({ calls }) => calls[path] ?? 0)])),
    callsPerVisit: middle(({ callsPerVisit }) => callsPerVisit),
    tokenCalls: total(({ tokenCalls }) => tokenCalls),
    residentBytes: slices.at(-1)?.residentBytes ?? Number.NaN,
    standinBusy: middle(({ standinBusy }) => standinBusy),
    phonesBusy: middle(({ phonesBusy }) => phonesBusy),
  };
}

/** All servers in turn, `slices` times. */
export async function runCase(
  bench: Bench,
  {
    phones,
    latencyMs,
    milliseconds,
    slices,
  }: Record<'phones' | 'latencyMs' | 'milliseconds' | 'slices', number>,
): Promise<Case> {
  await bench.standin.ask({ latencyMs });
  const measured: Measured[] = [];
  for (let slice = 0; slice < slices; slice += 1) {
    for (const server of bench.servers)
      measured.push(await runSlice(bench, server, { phones, milliseconds }));
  }
  const servers = bench.servers.map(({ name }) =>
    together(
      name,
      measured.filter(({ server }) => server === name),
    ),
  );
  return { phones, latencyMs, servers };
}
