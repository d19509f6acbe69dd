/**
 * Whether an account is broken: something only its operator or admin can mend keeps every visitor from a verdict.
 * Pure; what a single visitor does (declines, comes too late) says nothing about the account.
 */
import type { Account } from '#shared/model/account.ts';
import type { Scan } from '#shared/model/scan.ts';
import { AccountTrouble } from '#shared/model/verdict.ts';

/** `secret`: there is none, or it cannot be read, so WeChat is not even asked. */
export type Trouble = 'secret' | AccountTrouble;

/** What this scan says is wrong with its account, or null. */
export function troubleIn(scan: Pick<Scan, 'verdict' | 'reason'>): Trouble | null {
  return scan.verdict === 'unknown' ? (AccountTrouble.safeParse(scan.reason).data ?? null) : null;
}

/** What is wrong with an account, by its latest scans, newest first: the first that says anything decides. */
export function troubleOf(
  account: Pick<Account, 'secretState'>,
  scans: readonly Pick<Scan, 'verdict' | 'reason'>[],
): Trouble | null {
  if (account.secretState !== 'ok') return 'secret';
  const telling = scans.find((scan) => scan.verdict !== 'unknown' || troubleIn(scan) !== null);
  return telling === undefined ? null : troubleIn(telling);
}
