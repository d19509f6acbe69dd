/** Scans in a list, beside a real store that is told the same: every change is made to both. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createGroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createScanStore } from '#core/storage/sqlite/scan-store.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';
import { newScan } from '../../../support/scan-database.ts';

export const START = Date.parse('2026-11-23T23:50:00Z');
export const MINUTE_MS = 60_000;
export const ACCOUNTS = ['account001', 'account002'];
const ENTRIES = ['entry00001', 'entry00002'];
const PEOPLE = ['oAnna', 'oBert', null];
const VERDICTS: [Verdict, Reason | null][] = [
  ['followed', null],
  ['not_followed', null],
  ['unknown', 'network'],
  ['unknown', 'quota'],
];

/** A scan as the model has it. */
export interface Known {
  id: number;
  openid: string | null;
  accountId: string;
  entryId: string;
  verdict: Verdict;
  reason: Reason | null;
  at: number;
  annulled: boolean;
  erased: boolean;
}

const pick = (length: number) => fc.nat(length - 1);
const insert = fc.record({
  kind: fc.constant('insert'),
  person: pick(3),
  account: pick(2),
  entry: pick(2),
  verdict: pick(4),
  minute: pick(30),
});
const which = fc.nat(40);
/** Anything that can be done, with numbers for whom it is done to. */
export const change = fc.oneof(
  { weight: 5, arbitrary: insert },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('decide'), which, person: pick(3), verdict: pick(4) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('annul', 'reinstate'), which }) },
  fc.record({ kind: fc.constant('erase'), person: pick(2) }),
  fc.record({ kind: fc.constant('delete'), minute: pick(20), limit: fc.integer({ min: 1, max: 5 }) }),
);
type Change = Partial<
  Record<'person' | 'account' | 'entry' | 'verdict' | 'minute' | 'which' | 'limit', number>
> & {
  kind: string;
};

export function openBoth() {
  // In memory: a hundred folders would take a minute.
  const database = openDatabase(':memory:', '');
  const commits = createGroupCommit(database, { committed() {}, succeeded() {}, failed() {} });
  const store = createScanStore({ database, commits, now: START });
  let known: Known[] = [];
  let made = 0;

  async function apply(change: Change): Promise<void> {
    const { person = 0, account = 0, entry = 0, minute = 0, limit = 1 } = change;
    // Also one that was deleted, but none that never was.
    const which = (change.which ?? 0) % Math.max(made, 1);
    const [verdict, reason] = VERDICTS[change.verdict ?? 0] ?? ['unknown', 'network'];
    const openid = PEOPLE[person] ?? null;
    const one = known.find(({ id }) => id === which + 1);
    if (change.kind === 'insert') {
      made += 1;
      const facts = {
        openid,
        accountId: ACCOUNTS[account] ?? '',
        entryId: ENTRIES[entry] ?? '',
        verdict,
        reason,
      };
      const at = START + minute * MINUTE_MS + made;
      const { id } = await store.insert(newScan({ ...facts, scannedAt: at }));
      known.push({ ...facts, id: Number(id), at, annulled: false, erased: false });
    } else if (change.kind === 'decide') {
      const decision = { unionid: null, errcode: null, ip: null, subscribeTime: null, subscribeScene: null };
      // As the callers do: what is known of the person is never taken back.
      const whose = one?.openid ?? openid;
      await store.decide(String(which + 1), { ...decision, openid: whose, verdict, reason }, START);
      if (!one || one.erased) return;
      if (one.openid === null && whose !== null && erasedUpTo(whose) >= one.id)
        Object.assign(one, { erased: true });
      else Object.assign(one, { openid: whose, verdict, reason });
    } else if (change.kind === 'annul' || change.kind === 'reinstate') {
      const annulled = change.kind === 'annul';
      if (annulled) await store.annul(String(which + 1), 'a reason', START);
      else await store.reinstate(String(which + 1), START);
      if (one) one.annulled = annulled;
    } else if (change.kind === 'erase' && openid !== null) {
      const theirs = known.filter((scan) => scan.openid === openid);
      expect(await store.erase(openid, [openid])).toBe(theirs.length);
      for (const scan of theirs) Object.assign(scan, { openid: null, erased: true });
      erasures.set(openid, made);
    } else if (change.kind === 'delete') {
      const before = START + minute * MINUTE_MS;
      const old = known.filter(({ at }) => at < before).sort((a, b) => a.at - b.at);
      expect(await store.deleteBefore(before, limit)).toBe(Math.min(limit, old.length));
      known = known.filter((scan) => !old.slice(0, limit).includes(scan));
    }
  }

  const erasures = new Map<string, number>();
  const erasedUpTo = (openid: string) => erasures.get(openid) ?? 0;
  return { database, store, apply, known: () => known };
}
