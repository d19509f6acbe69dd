/** A fact's value as a person reads it: units, the operator's own clock, words for what has words. */
import { AccountKind } from '#shared/model/account.ts';
import { TokenMode } from '#shared/model/token.ts';
import { clockTime, dayTime, isSameDay } from '../text/format.ts';
import { resources } from '../text/resources.ts';
import type { Text } from '../text/text.ts';

type FactName = keyof (typeof resources)['zh-CN']['findings']['facts'];

/** Those with wording. */
export const FACT_NAMES = Object.keys(resources['zh-CN'].findings.facts) as FactName[];

export function isFactName(name: string): name is FactName {
  return (FACT_NAMES as string[]).includes(name);
}

export function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}

/** Counts that run into millions. */
const COUNTS = ['remain', 'used', 'dailyLimit', 'fetchesToday'];

/** Total: what has no other form is shown as it is. */
export function writeFact(t: Text, name: string, value: string): string {
  if (name === 'ms') return `${value} ms`;
  if (name === 'skewSeconds' || name === 'ageSeconds') return `${value} s`;
  if (COUNTS.includes(name) && /^\d+$/.test(value)) return Number(value).toLocaleString('en-US');
  const mode = TokenMode.safeParse(value);
  if (name === 'mode' && mode.success) return t(`findings:tokenModes.${mode.data}`);
  const kind = AccountKind.safeParse(value);
  if (name === 'accountKind' && kind.success) return t(`findings:accountKinds.${kind.data}`);
  if (!isTime(value)) return value;
  return isSameDay(value, new Date()) ? clockTime(value) : dayTime(value);
}
