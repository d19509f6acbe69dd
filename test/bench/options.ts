/** What a run is asked to do, from its flags. The rule: only a whole, unhurried run may replace the report. */
import { parseArgs } from 'node:util';
import { type ContenderName, contenderNames } from './contenders.ts';

export const partNames = [
  'callbacks',
  'memory',
  'clients',
  'desk',
  'stored',
  'followers',
  'exports',
  'soak',
] as const;
export type PartName = (typeof partNames)[number];

export interface Plan {
  /** Of one slice of a crowd. */
  milliseconds: number;
  slices: number;
  /** Of the case that most is promised of. */
  rushSlices: number;
  /** Of each server, at each latency. */
  warmUpMs: number;
  /** Callbacks after which memory is read. */
  memoryVisits: number;
  clientMs: number;
  deskMs: number;
  storedScans: number;
  starts: number;
  exportedScans: number;
  followers: number;
  questions: number;
  syncMs: number;
}

export interface Options {
  quick: boolean;
  parts: readonly PartName[];
  concurrency: readonly number[];
  latency: readonly number[];
  contenders: readonly ContenderName[];
  soakMinutes: number;
  plan: Plan;
  /** Whether what is found becomes the report of the repository. */
  official: boolean;
  /** Another folder for the report. */
  report: string | null;
}

const wholePlan: Plan = {
  milliseconds: 1500,
  slices: 5,
  rushSlices: 9,
  warmUpMs: 1000,
  memoryVisits: 100_000,
  clientMs: 350,
  deskMs: 3000,
  storedScans: 1_000_000,
  starts: 3,
  exportedScans: 1_000_000,
  followers: 1_000_000,
  questions: 100,
  syncMs: 20_000,
};

const quickPlan: Plan = {
  milliseconds: 600,
  slices: 3,
  rushSlices: 3,
  warmUpMs: 350,
  memoryVisits: 10_000,
  clientMs: 300,
  deskMs: 1500,
  storedScans: 50_000,
  starts: 2,
  exportedScans: 50_000,
  followers: 50_000,
  questions: 20,
  syncMs: 3000,
};

/** Measured unless asked otherwise: what fits in ten minutes. */
const usualParts: readonly PartName[] = ['callbacks', 'memory', 'clients', 'desk', 'stored'];

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function known<Name extends string>(flag: string, text: string, names: readonly Name[]): Name[] {
  const wanted = listOf(text);
  for (const name of wanted) {
    if (!names.some((one) => one === name))
      throw new Error(`${flag} ${name}: not one of ${names.join(', ')}`);
  }
  // In the order of the tables, whatever the order asked.
  return names.filter((name) => wanted.includes(name));
}

function numbers(flag: string, text: string, least: number): number[] {
  return listOf(text).map((one) => {
    const value = Number(one);
    if (!(value >= least)) throw new Error(`${flag} ${one}: not a number of at least ${least}`);
    return value;
  });
}

const no = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

/** @throws when a flag or its value is unknown, in words for whoever typed it. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: no,
      all: no,
      followers: no,
      exports: no,
      only: text,
      soak: text,
      concurrency: text,
      latency: text,
      contenders: text,
      slices: text,
      milliseconds: text,
      report: text,
    },
  });
  const plan = { ...(values.quick ? quickPlan : wholePlan) };
  const [slices] = numbers('--slices', values.slices ?? '', 1);
  if (slices !== undefined) Object.assign(plan, { slices, rushSlices: slices });
  const [milliseconds] = numbers('--milliseconds', values.milliseconds ?? '', 100);
  if (milliseconds !== undefined) plan.milliseconds = milliseconds;

  const [soakMinutes = 10] = numbers('--soak', values.soak ?? '', 0.25);
  const alone: PartName[] = [
    ...(values.followers ? (['followers'] as const) : []),
    ...(values.exports ? (['exports'] as const) : []),
    ...(values.soak !== undefined ? (['soak'] as const) : []),
    ...known('--only', values.only ?? '', partNames),
  ];
  const parts = values.all ? partNames : alone.length > 0 ? alone : usualParts;
  const narrowed = [
    values.report,

    values.concurrency,
    values.latency,
    values.contenders,
    values.slices,
    values.milliseconds,
  ];
  return {
    quick: values.quick,
    parts,
    concurrency: numbers('--concurrency', values.concurrency ?? '1,50,500', 1),
    latency: numbers('--latency', values.latency ?? '0,40', 0),
    contenders: known('--contenders', values.contenders ?? contenderNames.join(','), contenderNames),
    soakMinutes,
    plan,
    report: values.report ?? null,
    official:
      !values.quick &&
      usualParts.every((part) => parts.includes(part)) &&
      narrowed.every((one) => one === undefined),
  };
}
