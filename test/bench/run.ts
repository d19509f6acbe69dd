/**
 * `npm run bench`: FollowDesk beside bare servers that make the same calls, and alone with a long history. It
 * prints what it measures with each target met or not, and asserts nothing about time; it fails only when a
 * visitor went without a verdict or something did not run. `--quick` looks for under a minute; `--soak MINUTES`
 * sends a crowd at FollowDesk alone for that long instead.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BareServerOptions } from './bare-server.ts';
import type { ClientCostQuestion, ClientCosts } from './client-cost.ts';
import { type FollowDesk, headlessFile, startFollowDesk } from './followdesk.ts';
import { startHelper } from './helpers.ts';
import { type Bench, type Case, type MeasuredServer, median, runCase, runSlice } from './load.ts';
import type { Crowd, CrowdResult } from './phones.ts';
import { watchOthers } from './resources.ts';
import { runSoak } from './soak.ts';
import { measureStoredScans } from './stored-scans.ts';
import { caseTable, clientTable, soakLine, storedTable, targetTable } from './tables.ts';
import { judge } from './targets.ts';
import { appId, appSecret, type CallCounts, type StandinQuestion } from './wechat-standin.ts';

const { quick, soak } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, soak: { type: 'string' } },
}).values;
const plan = quick
  ? { milliseconds: 600, slices: 3, warmUp: 700, starts: 3, client: 300 }
  : { milliseconds: 2500, slices: 3, warmUp: 2000, starts: 3, client: 1000 };

// In the project, not in the system's temporary folder, which may be memory: a durable scan must cost a disk.
const results = resolve(import.meta.dirname, '../../test-results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const closers: (() => Promise<void>)[] = [];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function helper<Ready, Question, Answer>(file: string, argument?: object) {
  const started = await startHelper<Ready, Question, Answer>(file, argument);
  closers.push(started.helper.close);
  return started;
}

async function bareServer(options: BareServerOptions): Promise<MeasuredServer> {
  const { ready, helper: server } = await helper<{ url: string }, object, object>('bare-server.ts', options);
  return {
    name: options.batch ? 'floor-batch' : 'floor-2call',
    pid: server.pid,
    url: ready.url,
    // As long as ours.
    state: async () => 's'.repeat(68),
    undecided: async () => 0,
  };
}

/** An account whose WeChat is the stand-in, an entry, and its code on a screen that everybody scans. */
async function followDeskServer(desk: FollowDesk, wechatUrl: string): Promise<MeasuredServer> {
  const account = await desk.api<{ id: string }>('POST', '/api/accounts', {
    name: 'Bench',
    appId,
    appSecret,
    apiBaseUrl: wechatUrl,
    authorizeBaseUrl: wechatUrl,
  });
  const entryInput = { accountId: account.id, name: 'Bench' };
  const entry = await desk.api<{ id: string }>('POST', '/api/entries', entryInput);
  let seen = 0;
  return {
    name: 'FollowDesk',
    pid: desk.pid,
    url: desk.callbackUrl,
    state: async () => (await desk.api<{ state: string }>('GET', `/api/entries/${entry.id}/code`)).state,
    async undecided(visits) {
      const summary = await desk.api<{ followed: number; notFollowed: number }>('GET', '/api/scans/summary');
      const decided = summary.followed + summary.notFollowed - seen;
      seen += decided;
      return Math.abs(visits - decided);
    },
  };
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
  const { helper: client } = await helper<object, ClientCostQuestion, ClientCosts>('client-cost.ts', {
    wechatUrl,
  });
  await client.ask({ milliseconds: plan.client });
  const turns: ClientCosts[] = [];
  for (let turn = 0; turn < 3; turn += 1) turns.push(await client.ask({ milliseconds: plan.client }));
  const middle = (name: keyof ClientCosts) => median(turns.map((costs) => costs[name]));
  return { followdesk: middle('followdesk'), undici: middle('undici'), axios: middle('axios') };
}

async function openBench(): Promise<Bench & { wechatUrl: string }> {
  const wechat = await helper<{ url: string }, StandinQuestion, CallCounts>('wechat-standin.ts');
  const phones = await helper<object, Crowd, CrowdResult>('phones.ts', { run: Date.now().toString(36) });
  const wechatUrl = wechat.ready.url;
  const desk = await startFollowDesk(join(folder, 'load'));
  closers.push(desk.close);
  const servers = [
    await followDeskServer(desk, wechatUrl),
    await bareServer({ wechatUrl, batch: false }),
    await bareServer({ wechatUrl, batch: true }),
  ];
  return { standin: wechat.helper, phones: phones.helper, servers, wechatUrl };
}

/** True when every visitor got a verdict. */
async function compare(): Promise<boolean> {
  const bench = await openBench();
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
  const targets = judge({ cases, stored, clients, tokenCalls });
  say(targetTable(targets));
  write('bench.json', { quick, others, cases, clients, stored, tokenCalls, targets });
  return cases.every(({ servers }) => servers.every(({ errors }) => errors === 0));
}

/** True when every visitor got a verdict. */
async function watch(minutes: number): Promise<boolean> {
  const bench = await openBench();
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
  if (!(await (soak === undefined ? compare() : watch(Number(soak))))) {
    say('Some visitors got no verdict: see the errors above.');
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  for (const close of closers.toReversed()) await close();
}
