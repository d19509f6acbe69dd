/** Look-ups and their rows as the contract tells them, from what is on disk. */
import type { Lookup, LookupRow } from '#shared/model/lookup.ts';
import type { AnsweredPerson, LookupAnswer, LookupRecord } from '../storage/lookup-store.ts';
import { canBeOpenid } from '../users/openid.ts';
import { parseUser } from '../wechat/user-info.ts';

const IMPOSSIBLE: LookupAnswer = { verdict: 'unknown', reason: 'openid_rejected', errcode: null, raw: null };

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function lookupOf(record: LookupRecord): Lookup {
  const { startedAt, endedAt, resumesAt, ...facts } = record;
  return {
    ...facts,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: timeOf(endedAt),
    resumesAt: timeOf(resumesAt),
  };
}

export function rowOf({ position, openid, answer }: AnsweredPerson): LookupRow {
  const { verdict, reason, errcode, raw } = answer;
  return {
    position,
    openid,
    verdict,
    reason,
    errcode,
    user: raw === null ? null : parseUser(raw, openid),
    raw,
  };
}

/** Each once, in the order given; what cannot be an openid is answered already. */
export function whoIsAsked(given: readonly string[]): {
  openids: string[];
  answers: Map<string, LookupAnswer>;
} {
  const openids = [...new Set(given.map((openid) => openid.trim()))].filter((openid) => openid !== '');
  const impossible = openids.filter((openid) => !canBeOpenid(openid));
  return { openids, answers: new Map(impossible.map((openid) => [openid, IMPOSSIBLE])) };
}
