/** What the callback listener offers the internet. Answers are data: pages are drawn by `pages/`. */
import type { Reason, Refusal, Verdict } from '#shared/model/verdict.ts';

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

export type VisitOutcome = { kind: 'result'; key: string } | { kind: 'refused'; refusal: Refusal };

export interface Callback {
  /** The authorize URL for one phone, or why there is none. */
  go(visit: {
    entryId: string;
    param: string | undefined;
    insideWeChat: boolean;
  }): Promise<{ kind: 'redirect'; location: string } | { kind: 'refused'; refusal: Refusal }>;
  /** Code → verdict: the main job. Settles when the scan is on disk. @throws StorageFailed */
  visit(query: { code: string | undefined; state: string | undefined }): Promise<VisitOutcome>;
  /** Null when no scan has this key. */
  result(key: string): PhoneResult | null;
  /** Asks WeChat again; null when no scan has this key. @throws NotRecheckable, TooSoon */
  recheck(key: string): Promise<PhoneResult | null>;
  /** The body of `/MP_verify_*.txt`, or null. */
  verificationFile(name: string): string | null;
}
