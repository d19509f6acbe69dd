/** What the callback listener offers the internet. Answers are data: pages are drawn by `pages/`. */

import { type Account, WECHAT_AUTHORIZE_BASE_URL } from '#shared/model/account.ts';
import type { Reason, Refusal, Verdict } from '#shared/model/verdict.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Entries } from '../entries/entries.ts';
import type { Logger } from '../environment.ts';
import { NotFound, NotRecheckable } from '../errors.ts';
import type { Recheck } from '../scans/recheck.ts';
import type { ScanStore, StoredScan } from '../storage/scan-store.ts';
import type { Codes } from './codes.ts';
import type { Retries } from './retries.ts';
import type { States } from './state.ts';
import type { Visit } from './visit.ts';

/** What a phone may know of its own scan. No openid: the page's address can be passed on. */
export interface PhoneResult {
  key: string;
  verdict: Verdict;
  reason: Reason | null;
  errcode: number | null;
  param: string;
  scannedAt: string;
  decidedAt: string;
  accountName: string;
  /** The account's follow QR as a picture address (long-pressed inside WeChat), or null. */
  followPicture: string | null;
  /** A page on which the sandbox's pretend visitor follows, or null. */
  followPage: string | null;
  /** Whether WeChat can be asked again without a new scan. */
  canRecheck: boolean;
  /** FollowDesk is still asking by itself; the page will change. */
  pending: boolean;
  /** Where a new scan starts: `/go/{entryId}`. */
  scanAgainPath: string;
}

export interface Callback {
  /** The authorize URL for one phone, or why there is none. */
  go(visit: {
    entryId: string;
    param: string | undefined;
    insideWeChat: boolean;
  }): Promise<{ kind: 'redirect'; location: string } | { kind: 'refused'; refusal: Refusal }>;
  /** Code → verdict: the main job. */
  visit: Visit;
  /** Null when no scan has this key, or its person was erased. */
  result(key: string): PhoneResult | null;
  /** Asks WeChat again, at most every two seconds; null when no scan has this key. */
  recheck(key: string): Promise<PhoneResult | null>;
  /** The body of `/MP_verify_*.txt`, or null. */
  verificationFile(name: string): string | null;
  /** The mark of this start, by which `/healthz` is told from another FollowDesk's. */
  readonly instance: string;
}

export interface CallbackDependencies {
  states: Pick<States, 'resultKey' | 'scanIdOf'>;
  accounts: Pick<Accounts, 'get'>;
  entries: Pick<Entries, 'get'>;
  codes: Codes;
  visit: Visit;
  recheck: Recheck;
  store: ScanStore;
  retries: Pick<Retries, 'isPending'>;
  /** The account's follow QR as a picture address, if WeChat has given one; never throws. */
  followPicture(account: Account): string | null;
  verificationFile(name: string): string | null;
  instance: string;
  logger: Logger;
}

export function createCallback(dependencies: CallbackDependencies): Callback {
  const { states, accounts, entries, codes, visit, recheck, store, retries, logger } = dependencies;

  function found<T>(find: () => T): T | null {
    try {
      return find();
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  function scanAt(key: string): StoredScan | null {
    const id = states.scanIdOf(key);
    return id === null ? null : store.unlessErased(id);
  }

  function phoneResult(scan: StoredScan): PhoneResult {
    const account = found(() => accounts.get(scan.accountId));
    const mayFollow = scan.verdict === 'not_followed' && account !== null;
    return {
      key: states.resultKey(scan.id),
      verdict: scan.verdict,
      reason: scan.reason,
      errcode: scan.errcode,
      param: scan.param,
      scannedAt: scan.scannedAt,
      decidedAt: scan.decidedAt,
      accountName: account?.name ?? '',
      followPicture: mayFollow ? dependencies.followPicture(account) : null,
      followPage:
        mayFollow && account.sandbox ? `${account.authorizeBaseUrl}/phone/account/${account.appId}` : null,
      canRecheck: scan.openid !== null && account !== null,
      pending: retries.isPending(scan.id),
      scanAgainPath: `/go/${scan.entryId}`,
    };
  }

  return {
    async go({ entryId, param, insideWeChat }) {
      const entry = found(() => entries.get(entryId));
      const account = entry && found(() => accounts.get(entry.accountId));
      if (!entry || !account) return { kind: 'refused', refusal: 'unknown_entry' };
      // Only WeChat's own page needs WeChat's browser: a simulator's opens anywhere.
      const needsWeChat = account.authorizeBaseUrl === WECHAT_AUTHORIZE_BASE_URL;
      if (needsWeChat && !insideWeChat) return { kind: 'refused', refusal: 'not_in_wechat' };
      return { kind: 'redirect', location: await codes.forPhone(entry, param) };
    },
    visit,
    result(key) {
      const scan = scanAt(key);
      return scan && phoneResult(scan);
    },
    async recheck(key) {
      const scan = scanAt(key);
      if (!scan) return null;
      try {
        return phoneResult(await recheck(scan.id));
      } catch (error) {
        // The visitor keeps the verdict there was; who can mend it reads the log and the desk.
        if (!(error instanceof NotRecheckable))
          logger.warn({ scan: scan.id, error: String(error) }, 'recheck failed');
        const now = store.unlessErased(scan.id);
        return now && phoneResult(now);
      }
    },
    verificationFile: dependencies.verificationFile,
    instance: dependencies.instance,
  };
}
