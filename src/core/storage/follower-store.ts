/**
 * Where the follower directory lives. A sync reads into a new generation, and what `page` shows changes
 * only when that generation is complete: half a sync is never shown as the whole.
 */
import type { Follower, FollowerChanges, FollowerPage, FollowerQuery } from '#shared/model/user.ts';
import type { Failure } from '../errors.ts';

/** Why a sync stopped, or waits. A disk that refuses is no reason of WeChat's. */
export interface SyncFailure {
  reason: Failure['reason'] | null;
  errcode: number | null;
}

/** One account's sync, as it is on disk. Times are milliseconds since the epoch. */
export interface SyncRecord {
  /** The generation being read, or the last one read. */
  generation: number;
  /** When its reading began; null when nothing is unfinished. */
  startedAt: number | null;
  /** Where reading goes on: WeChat's `next_openid`, empty for the start. */
  nextOpenid: string;
  /** Openids of finished pages. */
  fetched: number;
  /** The same, and those already read of the page that is not finished. */
  reached: number;
  /** Finished pages. */
  pages: number;
  total: number | null;
  /** Stopped by hand. */
  isPaused: boolean;
  /** When it goes on by itself; null unless it waits. */
  resumesAt: number | null;
  /** Why the last attempt stopped, or waits; null when it did neither. */
  failure: SyncFailure | null;
  /** When the directory was last completely read. */
  completedAt: number | null;
}

/** A person WeChat lists as a follower; `details` is null when nothing more could be learnt. */
export interface ListedFollower {
  openid: string;
  details: Follower | null;
}

/** Every write is one transaction. @throws StorageFailed from every method that writes. */
export interface FollowerStore {
  sync(accountId: string): SyncRecord;
  /** Opens a new generation, read from the start. */
  begin(accountId: string, at: number): SyncRecord;
  /** Those of a page that the present generation has not stored yet, in their order. */
  missing(accountId: string, openids: readonly string[]): string[];
  /**
   * Stores people in the present generation; unknown details leave the known ones as they are. `count` is how
   * far that brings the reading.
   */
  write(
    accountId: string,
    followers: readonly ListedFollower[],
    count?: { reached: number; total: number | null },
  ): void;
  /** How many different people the present generation has seen; counted a few at a time. */
  seen(accountId: string): Promise<number>;
  /** A page is done: reading goes on at `nextOpenid`, also after a restart. */
  turnPage(
    accountId: string,
    page: { nextOpenid: string; fetched: number; pages: number; total: number },
  ): void;
  /**
   * Shows the present generation; whoever it did not see is gone. `total` is WeChat's own count. Many short
   * transactions: an interrupted one is gone on with by completing again. @returns how many are present
   */
  complete(accountId: string, at: number, total?: number): Promise<number>;
  /** How the sync stands still: paused by hand, waiting until a time, or failed; nothing = it goes on. */
  hold(
    accountId: string,
    how: { isPaused?: boolean; resumesAt?: number | null; failure?: SyncFailure | null },
  ): void;
  /** Accounts whose sync waits for a time to go on by itself. */
  waiting(): string[];

  /** Followers that are present (or what `change` asks for), newest first. @throws BadCursor */
  page(query: FollowerQuery): FollowerPage;
  changes(accountId: string): FollowerChanges;
  /** Null when the directory does not have them. */
  get(accountId: string, openid: string): Follower | null;
  /** An empty remark is none. Null when the directory does not have them. */
  setRemark(accountId: string, openid: string, remark: string): Follower | null;
  /** Puts a tag on those whom the directory has, or takes it off. */
  setTag(accountId: string, tagId: number, openids: readonly string[], add: boolean): void;
  /** Takes a tag off everybody. */
  removeTag(accountId: string, tagId: number): Promise<void>;
  /** Forgets one person. @returns how many rows knew them */
  erase(accountId: string, openid: string): number;
  /** Erases everything about the account. */
  forget(accountId: string): Promise<void>;
}
