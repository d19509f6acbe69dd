/**
 * `npm run rehearse`: 500 people within a minute at your door, before they come. Ends with 0 only when every one of
 * them was counted once with the right verdict.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Progress, type RehearsalPlan, rehearse } from '../test/rehearsal/rehearsal.ts';
import { isGood, progressLine, reportOf } from '../test/rehearsal/report.ts';

const usage = `Usage: npm run rehearse -- [--phones 500] [--seconds 60] [--entries 3] [--latency 40] [--cut 5] [--seed TEXT]

  --phones N     how many people come (up to 20000)
  --seconds N    within how many seconds
  --entries N    at how many gates
  --latency N    how late WeChat answers each call, in milliseconds
  --cut N        for how many seconds, from the middle on, WeChat's network is away; 0 for not at all
  --seed TEXT    the same crowd again
`;

function giveUp(line: string): never {
  process.stderr.write(`${line}\n${usage}`);
  process.exit(2);
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    giveUp(`--${name} must be a whole number from ${least} to ${most}.`);
  return value;
}

function readPlan(folder: string): RehearsalPlan {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const options = {
    phones: text('500'),
    seconds: text('60'),
    entries: text('3'),
    latency: text('40'),
    cut: text('5'),
    seed: text('rehearsal'),
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { help, ...given } = parseArgs({ options }).values;
    if (help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    return {
      phones: wholeNumber('phones', given.phones, 1, 20_000),
      seconds: wholeNumber('seconds', given.seconds, 1, 3600),
      entries: wholeNumber('entries', given.entries, 1, 100),
      latencyMs: wholeNumber('latency', given.latency, 0, 60_000),
      cutSeconds: wholeNumber('cut', given.cut, 0, 120),
      seed: given.seed,
      folder,
    };
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}

function createLine(phones: number): (progress: Progress) => void {
  let told = '';
  return (progress) => {
    const line = progressLine(progress, phones);
    if (line === told) return;
    told = line;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K  ${line}`);
  };
}

const folder = mkdtempSync(join(tmpdir(), 'followdesk-rehearsal-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const plan = readPlan(folder);
process.stdout.write(
  `A rehearsal: ${plan.phones} people within ${plan.seconds} s at ${plan.entries} gates, WeChat answering in ${plan.latencyMs} ms.\n`,
);
try {
  const outcome = await rehearse(plan, createLine(plan.phones));
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  process.stdout.write(`\n${reportOf(outcome)}\n`);
  process.exitCode = isGood(outcome) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
