/**
 * What came of trying an account's credentials right after they were saved. The account is kept whatever
 * comes of it; this only tells apart what has to be mended, and by whom.
 */

import { isAnswer } from '../host/failures.ts';
import { describeError, type ErrorDescription, type Fact } from '../text/describe-error.ts';
import type { Text } from '../text/text.ts';

export type TrialFailure = 'app_id' | 'secret' | 'ip' | 'confirm' | 'frozen' | 'unreachable' | 'busy';

/** @see `shared/model/error-codes.json` for where each code comes from. */
const FAILURES: Readonly<Record<number, TrialFailure>> = {
  40013: 'app_id',
  41002: 'app_id',
  40001: 'secret',
  40125: 'secret',
  41004: 'secret',
  40164: 'ip',
  61004: 'ip',
  45035: 'ip',
  89501: 'confirm',
  89502: 'confirm',
  89503: 'confirm',
  89504: 'confirm',
  89505: 'confirm',
  89506: 'confirm',
  89507: 'confirm',
  40243: 'frozen',
  [-1]: 'busy',
};

export interface TrialDescription extends ErrorDescription {
  failure: TrialFailure | null;
  /** The address to put on the whitelist, when WeChat named it. */
  ip: string | null;
}

/** Which of the usual mistakes an error is; null when it is none of them. */
export function trialFailure(error: unknown): TrialFailure | null {
  if (!isAnswer(error)) return null;
  if (error.code === 'WECHAT_UNREACHABLE') return 'unreachable';
  if (error.code !== 'WECHAT_REFUSED') return null;
  return FAILURES[Number(factOf(error.data, 'errcode'))] ?? null;
}

/** A failed trial in the operator's words; mistakes nobody foresaw keep their general wording. */
export function describeTrial(t: Text, error: unknown): TrialDescription {
  const failure = trialFailure(error);
  const general = describeError(t, error);
  const ip = isAnswer(error) ? factOf(error.data, 'ip') : null;
  const facts = general.facts.filter((fact: Fact) => fact.value !== ip);
  if (failure === null) return { ...general, facts, failure, ip };
  return {
    failure,
    ip,
    facts,
    title: t(`accounts:trial.${failure}.title`),
    remedy: t(`accounts:trial.${failure}.remedy`),
  };
}

function factOf(data: unknown, name: string): string | null {
  if (typeof data !== 'object' || data === null || !(name in data)) return null;
  const value = (data as Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
