/**
 * The main comparison: slices of the same crowd sent to each server in turn, so that what the machine does
 * meanwhile befalls them alike. Medians of the slices are what is reported.
 */
import type { ContenderName } from './contenders.ts';
import type { DeskFeed } from './desk-feed.ts';
import type { Helper } from './helpers.ts';
import type { Crowd, CrowdResult } from './phones.ts';
import { usageOfAll, watchCpu, watchOthers } from './resources.ts';
import { median, turns } from './statistics.ts';
import type { CallCounts, StandinQuestion } from './wechat-standin.ts';

export interface MeasuredServer {
  name: ContenderName;
  /** All its processes. */
  pids: readonly number[];
  url: string;
  /** What a visit that went well is answered with. */
  status: number;
  /** A state the server accepts for the next minutes. */
  state(): Promise<string>;
  /** Visits that were answered and yet have no verdict on record since last asked. */
  undecided(visits: number): Promise<number>;
  /** Where its scans appear live. */
  feed?: DeskFeed;
  /** How long such a crowd needs to be served once; without it, next to no time. */
  roundMs?(phones: number, latencyMs: number): number;
}

/** What rounds are compared by. */
export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** User and system time of the server, per visit. */
  cpuMs: number;
}

/** The middle of its rounds. */
export interface Measured extends Round {
  server: ContenderName;
  /** In their order; absent of a single one. */
  rounds?: readonly Round[];
  visits: number;
  errors: number;
  /** Calls per visit, tokens apart. */
  calls: Record<string, number>;
  callsPerVisit: number;
  tokenCalls: number;
  residentBytes: number;
  /** Shares of one core that the two helpers were busy. */
  standinBusy: number;
  phonesBusy: number;
  /** What processes of nobody here kept busy, as a share of all cores. */
  othersBusy: number;
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

function since(before: CallCounts, after: CallCounts): CallCounts {
  const paths = Object.keys(after).map((path) => [path, (after[path] ?? 0) - (before[path] ?? 0)] as const);
  return Object.fromEntries(paths.filter(([, count]) => count > 0));
}

/** One crowd at one server. */
export async function runSlice(
  { standin, phones, servers }: Bench,
  server: MeasuredServer,
  crowd: { phones: number; milliseconds: number },
): Promise<Measured> {
  const state = await server.state();
  const callsBefore = await standin.ask({});
  const everybody = [process.pid, standin.pid, phones.pid, ...servers.flatMap(({ pids }) => pids)];
  const othersBusy = watchOthers(everybody);
  const own = watchCpu(server.pids);
  const standinCpu = watchCpu([standin.pid]);
  const phonesCpu = watchCpu([phones.pid]);
  const startedAt = performance.now();
  const result = await phones.ask({ ...crowd, url: server.url, status: server.status, state });
  const elapsed = performance.now() - startedAt;
  const used = {
    cpuMs: own() / result.visits,
    standinBusy: standinCpu() / elapsed,
    phonesBusy: phonesCpu() / elapsed,
    residentBytes: usageOfAll(server.pids).residentBytes,
    othersBusy: othersBusy(),
  };

  const { refused = 0, ...all } = since(callsBefore, await standin.ask({}));
  const isToken = (path: string) => /\/(stable_)?token$/.test(path);
  const calls = Object.entries(all).filter(([path]) => !isToken(path));
  const tokens = Object.entries(all).filter(([path]) => isToken(path));
  const sum = (counts: [string, number][]) => counts.reduce((total, [, count]) => total + count, 0);
  return {
    ...result,
    server: server.name,
    errors: result.errors + refused + (await server.undecided(result.visits)),
    calls: Object.fromEntries(calls.map(([path, count]) => [path, count / result.visits])),
    callsPerVisit: sum(calls) / result.visits,
    tokenCalls: sum(tokens),
    ...used,
  };
}

function together(server: ContenderName, slices: readonly Measured[]): Measured {
  const middle = (read: (slice: Measured) => number) => median(slices.map(read));
  const total = (read: (slice: Measured) => number) => slices.reduce((sum, slice) => sum + read(slice), 0);
  const paths = new Set(slices.flatMap(({ calls }) => Object.keys(calls)));
  return {
    server,
    rounds: slices.map(({ perSecond, p50, p99, cpuMs }) => ({ perSecond, p50, p99, cpuMs })),
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
    othersBusy: middle(({ othersBusy }) => othersBusy),
  };
}

export interface CasePlan {
  phones: number;
  latencyMs: number;
  milliseconds: number;
  slices: number;
}

/** A slow server's only slice is no longer than this, its first and its last round apart. */
const longestMs = 5000;

/** All servers in turn, `slices` times; one that needs longer than a slice for a single round has one slice. */
export async function runCase(
  bench: Bench,
  { phones, latencyMs, milliseconds, slices }: CasePlan,
): Promise<Case> {
  await bench.standin.ask({ latencyMs });
  const measured: Measured[] = [];
  for (let slice = 0; slice < slices; slice += 1) {
    for (const server of turns(bench.servers, slice)) {
      const round = server.roundMs?.(phones, latencyMs) ?? 0;
      const slow = round > milliseconds;
      if (slow && slice > 0) continue;
      const crowd = { phones, milliseconds: slow ? Math.min(round, longestMs) : milliseconds };
      measured.push(await runSlice(bench, server, crowd));
    }
  }
  const servers = bench.servers.map(({ name }) =>
    together(
      name,
      measured.filter(({ server }) => server === name),
    ),
  );
  return { phones, latencyMs, servers };
}
