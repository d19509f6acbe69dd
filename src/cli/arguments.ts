/**
 * The command line, read. The rule: what cannot be meant is refused before the host is asked anything, and no
 * word of it is repeated that could be a token put in the wrong place.
 */
import { parseArgs } from 'node:util';
import { Refused } from './refused.ts';
import type { Text } from './text/zh-CN.ts';

const options = {
  url: { type: 'string' },
  token: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  account: { type: 'string' },
  entry: { type: 'string' },
  openid: { type: 'string' },
  verdict: { type: 'string' },
  reason: { type: 'string' },
  annulled: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  limit: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
  mask: { type: 'boolean' },
} as const;

type OptionName = keyof typeof options;
export type Given = ReturnType<typeof parse>['values'];

const everywhere: readonly OptionName[] = ['url', 'token', 'help'];
const filters: readonly OptionName[] = [
  'account',
  'entry',
  'openid',
  'verdict',
  'reason',
  'annulled',
  'from',
  'to',
];

const commandNames = ['lookup', 'scans', 'export', 'doctor', 'accounts', 'simulate'] as const;
type CommandName = (typeof commandNames)[number];

const taken: Record<Exclude<CommandName, 'simulate'>, readonly OptionName[]> = {
  lookup: ['account', 'json'],
  scans: [...filters, 'limit', 'json'],
  export: [...filters, 'id', 'format', 'out', 'mask'],
  doctor: ['account', 'json'],
  accounts: ['json'],
};

export type CommandLine =
  | { kind: 'help' }
  | { kind: 'simulate'; args: readonly string[] }
  | { kind: 'run'; command: Exclude<CommandName, 'simulate'>; words: readonly string[]; given: Given };

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

function parsed(args: readonly string[], text: Text) {
  try {
    return parse(args);
  } catch (error) {
    const option = /--?[a-z][\w-]*/i.exec((error as Error).message)?.[0] ?? '--';
    throw new Refused(text.badOption(option));
  }
}

function isCommand(word: string | undefined): word is CommandName {
  return commandNames.some((name) => name === word);
}

/** @throws Refused */
export function readArguments(args: readonly string[], text: Text): CommandLine {
  // Everything after it is the simulator's to read.
  if (args[0] === 'simulate') return { kind: 'simulate', args: args.slice(1) };
  const { values: given, positionals } = parsed(args, text);
  const [command, ...words] = positionals;
  if (given.help || args.length === 0) return { kind: 'help' };
  if (!isCommand(command) || command === 'simulate') throw new Refused(text.noCommand);
  const known = [...everywhere, ...taken[command]];
  for (const name of Object.keys(given) as OptionName[]) {
    if (!known.includes(name)) throw new Refused(text.notAnOption(`--${name}`, command));
  }
  const most = command === 'lookup' ? Number.POSITIVE_INFINITY : command === 'export' ? 1 : 0;
  if (words.length > most) throw new Refused(text.tooMuch(command));
  return { kind: 'run', command, words, given };
}

/** One of the values, or undefined when nothing was said. @throws Refused */
export function oneOf<Value extends string>(
  option: string,
  said: string | undefined,
  values: readonly Value[],
  text: Text,
): Value | undefined {
  const value = values.find((candidate) => candidate === said);
  if (said !== undefined && value === undefined) throw new Refused(text.notOneOf(option, values));
  return value;
}

/** @throws Refused */
export function count(option: string, said: string | undefined, text: Text): number | undefined {
  if (said === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new Refused(text.notACount(option));
  return Number(said);
}

/** The platform takes February 31st for March 3rd. */
function isDate(day: string): boolean {
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** A day or a time as ISO 8601; without a zone it is this machine's. @throws Refused */
export function time(option: string, said: string | undefined, text: Text): string | undefined {
  if (said === undefined) return undefined;
  const isMeant = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/.test(said) && isDate(said.slice(0, 10));
  const at = isMeant ? Date.parse(said.length === 10 ? `${said}T00:00` : said) : Number.NaN;
  if (Number.isNaN(at)) throw new Refused(text.notATime(option));
  return new Date(at).toISOString();
}
