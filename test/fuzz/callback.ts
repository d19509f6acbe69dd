/**
 * Shoots made-up requests at a real callback listener in its own process, with the simulator behind it and real
 * visitors in between: `node test/fuzz/callback.ts --requests 3000000`. The rule: whatever breaks can be had again
 * by its seed. Ends with 1 when something broke.
 */
import { parseArgs } from 'node:util';
import { type Plan, runCampaign, type Tally } from './campaign.ts';

const help = `Usage: node test/fuzz/callback.ts [flags]

  --seconds N    for so long (default 10, or without end when --requests is given)
  --requests N   until so many requests are sent
  --seed N       what is sent (default: another one each time; printed)
  --from N       begin with this conversation of the seed
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    requests: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

function number(said: string | undefined, usual: number): number {
  const value = said === undefined ? usual : Number(said);
  if (Number.isNaN(value)) throw new Error(`${said} is no number`);
  return value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function inNumbers({
  requests,
  conversations,
  seconds,
  visits,
  slowestVisitMs,
  memoryMb,
  statuses,
}: Tally): string {
  const answers = Object.entries(statuses).map(([status, count]) => `${status} × ${count}`);
  return [
    `${requests} requests on ${conversations} connections in ${seconds.toFixed(1)} s: ${Math.round(requests / seconds)} a second`,
    `answers: ${answers.join(' · ')}`,
    `real visits in between: ${visits}, the slowest took ${slowestVisitMs} ms`,
    `memory of the listener's process: ${memoryMb.first} MB before, ${memoryMb.most} MB at most, ${memoryMb.last} MB when last seen`,
  ].join('\n');
}

async function main(): Promise<number> {
  const plan: Plan = {
    seed: number(values.seed, Math.floor(Math.random() * 2 ** 31)),
    requests: number(values.requests, Number.POSITIVE_INFINITY),
    seconds: number(values.seconds, values.requests === undefined ? 10 : Number.POSITIVE_INFINITY),
    from: number(values.from, 0),
  };
  say(`seed ${plan.seed}`);
  let saidAt = 0;
  const { tally, failure } = await runCampaign({
    ...plan,
    heard(now) {
      if (now.seconds - saidAt < 30) return;
      saidAt = now.seconds;
      say(`… ${now.requests} requests, ${now.visits} visits, ${now.memoryMb.last} MB`);
    },
  });
  say(inNumbers(tally));
  if (failure === null) return 0;
  const { fault, conversations, smallest } = failure;
  say(`BROKEN: ${fault.kind}: ${fault.detail}`);
  say(`again: --seed ${plan.seed} --from ${Math.min(...conversations)} (one of ${conversations.join(', ')})`);
  for (const request of smallest ?? []) say(JSON.stringify(request).slice(0, 2000));
  return 1;
}

if (values.help) say(help);
else process.exitCode = await main();
