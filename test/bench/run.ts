/**
 * `npm run bench`: FollowDesk beside bare servers that make the same calls, and alone with a long history. It
 * prints what it measures with each target met or not, and asserts nothing about time; it fails only when a
 * visitor went without a verdict or something did not run. `--quick` looks for a minute or two; `--followers` at a
 * large directory only, `--exports` at a long record only; `--soak MINUTES` sends a crowd at FollowDesk alone for that long instead.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClientCostQuestion, ClientCosts } from './client-cost.ts';
import { type MeasuredExport, measureExports } from './exports.ts';
import { headlessFile } from './followdesk.ts';
import { type Bench, type Case, median, runCase, runSlice } from './load.ts';
import { type Closers, openBench, openStreet, type Street, startClosable } from './open-bench.ts';
import { watchOthers } from './resources.ts';
import { runSoak } from './soak.ts';
import { measureStoredFollowers, type StoredFollowers } from './stored-followers.ts';
import { measureStoredScans } from './stored-scans.ts';
import {
  caseTable,
  clientTable,
  directoryTables,
  exportTable,
  soakLine,
  storedTable,
  targetTable,
} from './tables.ts';
import { judge, judgeDirectory, judgeExports } from './targets.ts';

const no = { type: 'boolean', default: false } as const;
const { quick, followers, exports, soak } = parseArgs({
  options: { quick: no, followers: no, exports: no, soak: { type: 'string' } },
}).values;
const plan = quick
  ? { milliseconds: 600, slices: 3, warmUp: 700, starts: 3, client: 300 }
  : { milliseconds: 2500, slices: 3, warmUp: 2000, starts: 3, client: 1000 };
const followerPlan = quick
  ? { followers: 50_000, questions: 20, syncMilliseconds: 3000 }
  : { followers: 1_000_000, questions: 100, syncMilliseconds: 20_000 };

// In the project, not in the system's temporary folder, which may be memory: a durable scan must cost a disk.
const results = resolve(import.meta.dirname, '../../test-results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const closers: Closers = [];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function warmUp(bench: Bench): Promise<void> {
  for (const latencyMs of [40, 0]) {
    await bench.standin.ask({ latencyMs });
    for (const server of bench.servers) {
      await runSlice(bench, server, { phones: 200, milliseconds: plan.warmUp / 2 });
    }
  }
}

async function measureClients(wechatUrl: string): Promise<ClientCosts> {
  const { helper: client } = await startClosable<object, ClientCostQuestion, ClientCosts>(
    closers,
    'client-cost.ts',
    { wechatUrl },
  );
  await client.ask({ milliseconds: plan.client });
  const turns: ClientCosts[] = [];
  for (let turn = 0; turn < 3; turn += 1) turns.push(await client.ask({ milliseconds: plan.client }));
  const middle = (name: keyof ClientCosts) => median(turns.map((costs) => costs[name]));
  return { followdesk: middle('followdesk'), undici: middle('undici'), axios: middle('axios') };
}

/** True when every visitor got a verdict. */
async function compare(): Promise<boolean> {
  const bench = await openBench(folder, closers);
  await warmUp(bench);
  const pids = [process.pid, bench.standin.pid, bench.phones.pid, ...bench.servers.map(({ pid }) => pid)];
  const othersBusy = watchOthers(pids);
  const cases: Case[] = [];
  for (const latencyMs of [0, 40]) {
    for (const phones of [1, 50, 500]) {
      const measured = await runCase(bench, { phones, latencyMs, ...plan });
      cases.push(measured);
      say(`${caseTable(measured)}\n`);
    }
  }
  const others = othersBusy();
  say(`  Meanwhile other processes kept ${(others * 100).toFixed(0)}% of all cores busy.\n`);
  const calls = await bench.standin.ask({ latencyMs: 0 });
  const tokenCalls = (calls['/cgi-bin/stable_token'] ?? 0) + (calls['/cgi-bin/token'] ?? 0);

  const clients = await measureClients(bench.wechatUrl);
  say(`${clientTable(clients)}\n`);
  const stored = await measureStoredScans(folder, plan.starts);
  say(`${storedTable(stored)}\n`);
  const directory = await searchDirectory();
  const files = await exportScans(bench);
  const targets = [
    ...judge({ cases, stored, clients, tokenCalls }),
    ...judgeDirectory(directory),
    ...judgeExports(files),
  ];
  say(targetTable(targets));
  write('bench.json', {
    quick,
    others,
    cases,
    clients,
    stored,
    directory,
    exports: files,
    tokenCalls,
    targets,
  });
  return cases.every(({ servers }) => servers.every(({ errors }) => errors === 0));
}

async function searchDirectory(): Promise<StoredFollowers> {
  const directory = await measureStoredFollowers(folder, followerPlan);
  say(`${directoryTables(directory)}\n`);
  return directory;
}

/** Always true: no visitor came. */
async function lookAtDirectory(): Promise<boolean> {
  const directory = await searchDirectory();
  say(targetTable(judgeDirectory(directory)));
  write('bench-followers.json', { quick, directory });
  return true;
}

async function exportScans(street: Street): Promise<MeasuredExport[]> {
  const measured = await measureExports(street, folder, quick ? 50_000 : 1_000_000);
  say(`${exportTable(measured)}\n`);
  return measured;
}

/** True when every visitor got a verdict. */
async function lookAtExports(): Promise<boolean> {
  const measured = await exportScans(await openStreet(closers));
  say(targetTable(judgeExports(measured)));
  write('bench-exports.json', { quick, exports: measured });
  return measured.every(({ errors }) => errors === 0);
}

/** True when every visitor got a verdict. */
async function watch(minutes: number): Promise<boolean> {
  const bench = await openBench(folder, closers);
  const [server] = bench.servers;
  if (server === undefined) return false;
  const slices = await runSoak(bench, server, minutes, (slice, at) => say(soakLine(slice, at)));
  write('bench-soak.json', { slices });
  return slices.every(({ errors }) => errors === 0);
}

function write(name: string, findings: object): void {
  const file = join(results, name);
  const report = { at: new Date().toISOString(), node: process.version, ...findings };
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  say(`\nWritten to ${file} (git ignores it).`);
}

say(`FollowDesk ${headlessFile}
  Node ${process.version}, ${availableParallelism()} cores, all processes on this machine. Read the ratios, not the figures.
  WeChat is a lean stand-in whose codes name their openids; "WeChat" and "phones" say how busy a core it and the
  phones kept: the server is measured only while they are far from 100%.\n`);
try {
  const work = followers ? lookAtDirectory : exports ? lookAtExports : compare;
  if (!(await (soak ? watch(Number(soak)) : work()))) {
    say('Some visitors got no verdict: see the errors above.');
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  for (const close of closers.toReversed()) await close();
}
