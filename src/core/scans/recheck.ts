/** Asks WeChat again about a scan's openid, for the phone's "I have followed" and for the operator. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import { NotFound, NotRecheckable } from '../errors.ts';
import { createOnce } from '../once.ts';
import type { ScanStore, StoredScan } from '../storage/scan-store.ts';
import { failureOf } from '../wechat/reason.ts';
import type { WeChatForVisitors } from './ask.ts';
import { decided, undecided } from './decision.ts';

/** Two checks of one scan this close together ask WeChat once. */
const RECHECK_PAUSE_MS = 2000;

/** @throws NotFound, NotRecheckable, and what WeChat failed with when the scan had a verdict to keep */
export type Recheck = (scanId: string) => Promise<StoredScan>;

export interface RecheckDependencies {
  wechat: Pick<WeChatForVisitors, 'lookup'>;
  accounts: Pick<Accounts, 'credentials'>;
  store: ScanStore;
  clock: Clock;
}

export function createRecheck({ wechat, accounts, store, clock }: RecheckDependencies): Recheck {
  const perScan = createOnce<StoredScan>(clock, RECHECK_PAUSE_MS);

  async function ask(scan: StoredScan, openid: string) {
    try {
      const user = await wechat.lookup(accounts.credentials(scan.accountId), openid);
      return decided(user, openid, scan.unionid);
    } catch (error) {
      // A verdict that was once given is not taken back because WeChat is away now.
      if (scan.verdict !== 'unknown') throw error;
      return undecided(failureOf(error, 'lookup'), openid, scan.unionid);
    }
  }

  function recheckable(scanId: string): StoredScan & { openid: string } {
    const scan = store.byId(scanId);
    if (!scan) throw new NotFound('scan', scanId);
    const { openid } = scan;
    if (openid === null) throw new NotRecheckable(scanId);
    return { ...scan, openid };
  }

  return async (scanId) => {
    // Asked also of a check that was made a moment ago: the person may have been erased since.
    recheckable(scanId);
    return perScan.run(scanId, async () => {
      const scan = recheckable(scanId);
      const decision = await ask(scan, scan.openid);
      return (await store.decide(scan.id, decision, clock.now())) ?? recheckable(scanId);
    });
  };
}
