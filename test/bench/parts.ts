/** The parts of a run, each told as soon as it is measured. The rule: only what is asked for is even started. */
import { compare, warmUp } from './callbacks.ts';
import { measureClients } from './clients.ts';
import { type Absence, contenderLabels } from './contenders.ts';
import { measureDesk } from './desk.ts';
import { measureExports } from './exports.ts';
import type { Bench } from './load.ts';
import { measureMemory } from './memory.ts';
import { type Closers, openBench, openStreet, type Street } from './open-bench.ts';
import type { Options, PartName } from './options.ts';
import { runSoak } from './soak.ts';
import { measureStoredFollowers } from './stored-followers.ts';
import { measureStoredScans } from './stored-scans.ts';
import {
  caseTable,
  clientTable,
  deskTable,
  directoryTables,
  exportTable,
  memoryTable,
  soakLine,
  storedTable,
} from './tables.ts';
import type { Findings } from './targets.ts';

export interface Run {
  options: Options;
  folder: string;
  closers: Closers;
  say: (text: string) => void;
}

/** Those that need the servers side by side. */
const sideBySide: readonly PartName[] = ['callbacks', 'memory', 'desk'];

async function crowdParts({ options, say }: Run, bench: Bench, findings: Findings): Promise<void> {
  const { parts, plan } = options;
  await warmUp(bench, options.latency, plan);
  if (parts.includes('callbacks'))
    findings.cases = await compare(bench, options, (measured) => say(`${caseTable(measured)}\n`));
  if (parts.includes('desk')) {
    findings.desk = await measureDesk(bench, plan.deskMs);
    say(`${deskTable(findings.desk)}\n`);
  }
  if (parts.includes('memory')) {
    findings.memory = await measureMemory(bench, plan.memoryVisits);
    say(`${memoryTable(findings.memory)}\n`);
  }
  // Only FollowDesk asks for a stable token.
  if (bench.servers.some(({ name }) => name === 'followdesk'))
    findings.tokenCalls = (await bench.standin.ask({}))['/cgi-bin/stable_token'] ?? 0;
}

async function alone(
  { options, folder, closers, say }: Run,
  street: Street,
  findings: Findings,
): Promise<void> {
  const { parts, plan } = options;
  if (parts.includes('clients')) {
    findings.clients = await measureClients(closers, street.wechatUrl, plan.clientMs);
    say(`${clientTable(findings.clients)}\n`);
  }
  if (parts.includes('stored')) {
    const { storedScans: scans, starts } = plan;
    findings.stored = await measureStoredScans(folder, { scans, starts });
    say(`${storedTable(findings.stored)}\n`);
  }
  if (parts.includes('followers')) {
    const followerPlan = { ...plan, syncMilliseconds: plan.syncMs };
    findings.followers = await measureStoredFollowers(folder, followerPlan);
    say(`${directoryTables(findings.followers)}\n`);
  }
  if (parts.includes('exports')) {
    findings.exports = await measureExports(street, folder, plan.exportedScans);
    say(`${exportTable(findings.exports)}\n`);
  }
}

/** A FollowDesk of its own: what the crowds before left behind is not its growth. */
async function longWatch({ options, folder, closers, say }: Run, findings: Findings): Promise<void> {
  const bench = await openBench(`${folder}/soak`, closers, ['followdesk'], say);
  const [server] = bench.servers;
  if (server === undefined) return;
  findings.soak = await runSoak(bench, server, options.soakMinutes, (slice, at) => say(soakLine(slice, at)));
  say('');
}

/** Those that left a visitor without a verdict. */
function failing({ cases = [], memory = [], desk, exports = [], soak = [] }: Findings): string[] {
  const counted = [
    ...cases.flatMap(({ servers }) => servers),
    ...memory,
    ...soak,
    ...exports.map(({ errors, format }) => ({ errors, server: `export ${format}` })),
    ...(desk ? [{ errors: desk.errors, server: 'desk' }] : []),
  ];
  return [...new Set(counted.filter(({ errors }) => errors > 0).map(({ server }) => server))];
}

export async function measureParts(
  run: Run,
): Promise<{ findings: Findings; absent: Absence[]; failed: string[] }> {
  const { options, folder, closers, say } = run;
  const findings: Findings = {};
  const absent: Absence[] = [];
  const crowded = options.parts.some((part) => sideBySide.includes(part));
  // Closed before what follows: a server of the comparison is one of the others to whatever is measured alone.
  const own: Closers = [];
  closers.push(async () => closeAll(own));
  if (crowded) {
    const bench = await openBench(folder, own, options.contenders, say);
    for (const one of bench.absent) say(`  ${contenderLabels[one.name]} is absent: ${one.why}.\n`);
    absent.push(...bench.absent);
    await crowdParts(run, bench, findings);
    await closeAll(own);
  }
  if (options.parts.some((part) => !sideBySide.includes(part) && part !== 'soak'))
    await alone(run, await openStreet(closers), findings);
  if (options.parts.includes('soak')) await longWatch(run, findings);
  return { findings, absent, failed: failing(findings) };
}

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.splice(0).toReversed()) await close();
}
