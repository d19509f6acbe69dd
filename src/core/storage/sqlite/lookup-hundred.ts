/** A hundred people as a row, and as what can be worked on; the counts are always counted from the lists. */
import type { SQLInputValue } from 'node:sqlite';
import type { Verdict } from '#shared/model/verdict.ts';
import type { LookupAnswer, LookupAnswers } from '../lookup-store.ts';
import type { Row } from './follower-rows.ts';

export interface Hundred {
  /** Null: erased. */
  openids: (string | null)[];
  /** Null: not yet. */
  answers: (LookupAnswer | null)[];
}

/** Which column counts a verdict. */
export const COUNT_OF = {
  followed: 'followed',
  not_followed: 'not_followed',
  unknown: 'unknown',
} as const satisfies Record<Verdict, string>;

export type HundredCounts = Record<'people' | 'pending' | Verdict, number>;

/** A person asked about twice in one look-up does not occur, so the openid is enough to find the answer. */
export function newHundred(openids: readonly string[], answers: LookupAnswers): Hundred {
  return { openids: [...openids], answers: openids.map((openid) => answers.get(openid) ?? null) };
}

export function hundredOf(row: Row): Hundred {
  return {
    openids: JSON.parse(String(row.openids)) as Hundred['openids'],
    answers: JSON.parse(String(row.answers)) as Hundred['answers'],
  };
}

/** @returns false when nobody in it needed one of these answers. */
export function addAnswers(hundred: Hundred, answers: LookupAnswers): boolean {
  let isChanged = false;
  for (const [index, openid] of hundred.openids.entries()) {
    const answer = openid === null ? undefined : answers.get(openid);
    if (answer === undefined || hundred.answers[index] !== null) continue;
    hundred.answers[index] = answer;
    isChanged = true;
  }
  return isChanged;
}

/** @returns how many were erased: one or none. */
export function erasePerson(hundred: Hundred, openid: string): number {
  const index = hundred.openids.indexOf(openid);
  if (index < 0) return 0;
  hundred.openids[index] = null;
  hundred.answers[index] = null;
  return 1;
}

export function unansweredIn({ openids, answers }: Hundred): string[] {
  return openids.filter((openid, index) => openid !== null && answers[index] === null) as string[];
}

export function countsOf(hundred: Hundred): HundredCounts {
  const counts: HundredCounts = { people: 0, pending: 0, followed: 0, not_followed: 0, unknown: 0 };
  for (const [index, openid] of hundred.openids.entries()) {
    if (openid === null) continue;
    counts.people += 1;
    counts[hundred.answers[index]?.verdict ?? 'pending'] += 1;
  }
  return counts;
}

/** The columns of a row but its key. */
export function columnsOf(hundred: Hundred): Record<string, SQLInputValue> {
  const { pending, followed, not_followed, unknown } = countsOf(hundred);
  const { openids, answers } = hundred;
  return {
    pending,
    followed,
    not_followed,
    unknown,
    openids: JSON.stringify(openids),
    answers: JSON.stringify(answers),
  };
}
