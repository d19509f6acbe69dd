/** The port behind which scans are kept. What it promises: a settled promise is on disk. */
import type { Scan, ScanChange, ScanFilter, ScanPage, ScanQuery, ScanSummary } from '#shared/model/scan.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';

/** A scan as it is kept: with its place in the order of changes. */
export type StoredScan = ScanChange;

/** What WeChat said, or why it did not: the part of a scan that can change later. */
export interface Decision {
  openid: string | null;
  unionid: string | null;
  verdict: Verdict;
  reason: Reason | null;
  errcode: number | null;
  ip: string | null;
  subscribeTime: string | null;
  subscribeScene: string | null;
}

export interface NewScan extends Decision {
  entryId: string;
  accountId: string;
  param: string;
  /** Milliseconds since the epoch. */
  scannedAt: number;
  decidedAt: number;
  /** Digest of the OAuth code that brought it, or null when there was none. */
  codeDigest: string | null;
}

export interface ScanStore {
  /** Durable when it settles. @throws StorageFailed */
  insert(scan: NewScan): Promise<StoredScan>;
  /** Durable when it settles; null when there is no such scan. @throws StorageFailed */
  decide(id: string, decision: Decision, decidedAt: number): Promise<StoredScan | null>;
  /** Counts one more arrival of the same visit, under another code. @throws StorageFailed */
  revisit(id: string, codeDigest: string, at: number): Promise<StoredScan | null>;

  byId(id: string): StoredScan | null;
  /** The scan that this code brought, for as long as the code's state can be accepted. */
  byCode(codeDigest: string): StoredScan | null;

  list(query: ScanQuery): ScanPage;
  all(filter: ScanFilter): Iterable<Scan>;
  summary(filter: ScanFilter): ScanSummary;

  /** Changes with a revision above this one, oldest first. */
  changesAfter(revision: number, limit: number): ScanChange[];
  newestRevision(): number;
  /** Calls back after each commit that changed a scan; answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Scans without a verdict for a reason that passes, with an openid, made since `from`. */
  undecided(from: number): StoredScan[];
}
