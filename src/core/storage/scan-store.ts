/** The port behind which scans are kept. What it promises: a settled promise is on disk. */
import type { Person } from '#shared/model/person.ts';
import type {
  Scan,
  ScanChange,
  ScanCount,
  ScanFilter,
  ScanPage,
  ScanQuery,
  ScanSeriesQuery,
  ScanSummary,
} from '#shared/model/scan.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';
import type { InTurns } from '../in-turns.ts';

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

/** What the scans say about one person on one account; annulled ones say nothing. */
export type PersonOnRecord = Pick<Person, 'scans' | 'firstScannedAt' | 'lastScannedAt'>;

export interface ScanStore {
  /** Durable when it settles. @throws StorageFailed */
  insert(scan: NewScan): Promise<StoredScan>;
  /**
   * Durable when it settles; null when there is no such scan, or its person was erased: nobody learns anew who
   * it was. @throws StorageFailed
   */
  decide(id: string, decision: Decision, decidedAt: number): Promise<StoredScan | null>;
  /** Counts one more arrival of the same visit, under another code; null as above. @throws StorageFailed */
  revisit(id: string, codeDigest: string, at: number): Promise<StoredScan | null>;
  /**
   * Takes the scan out of every count and notes it in the log. One that is annulled already keeps its time and
   * takes the new reason. Null when there is no such scan. @throws StorageFailed
   */
  annul(id: string, reason: string, at: number): Promise<StoredScan | null>;
  /** Undoes that; one that counts stays as it is. Null when there is no such scan. @throws StorageFailed */
  reinstate(id: string, at: number): Promise<StoredScan | null>;
  /** The unionids that scans of this openid have. */
  unionids(openid: string): string[];
  /**
   * Takes out of every scan of this openid, on any account, who it was, and the texts out of what was written
   * beside everybody else's; verdicts and counts stay. Each is a change. Durable when it settles.
   * @returns how many scans the person had. @throws StorageFailed
   */
  erase(openid: string, texts: readonly string[]): Promise<number>;
  /** Deletes up to `limit` of the scans made before, the oldest first. @returns how many. @throws StorageFailed */
  deleteBefore(before: number, limit: number): Promise<number>;

  byId(id: string): StoredScan | null;
  /** The same for a stranger, such as a phone: null also when its person was erased. */
  unlessErased(id: string): StoredScan | null;
  /** The scan that this code brought, for as long as the code's state can be accepted. */
  byCode(codeDigest: string): StoredScan | null;

  /** The latest scan first, whatever order they were stored in. */
  list(query: ScanQuery): ScanPage;
  all(filter: ScanFilter): Iterable<Scan>;
  summary(filter: ScanFilter): InTurns<ScanSummary>;
  series(query: ScanSeriesQuery): InTurns<ScanCount[]>;
  person(accountId: string, openid: string): PersonOnRecord;

  /** Changes with a revision above this one, oldest first. */
  changesAfter(revision: number, limit: number): ScanChange[];
  newestRevision(): number;
  /** Calls back after each commit that changed a scan; answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Scans without a verdict for a reason that passes, with an openid, made since `from`. */
  undecided(from: number): StoredScan[];
}
