/**
 * Where the follower directory lives. A sync reads into a new generation, and what `page` shows changes
 * only when that generation is complete: half a sync is never shown as the whole.
 */
import type { Follower, FollowerPage, FollowerQuery } from '#shared/model/user.ts';
import type { Failure } from '../errors.ts';

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
  total: number | null;
  /** Why the last attempt stopped, or null. */
  failure: { reason: Failure['reason'] | null; errcode: number | null } | null;
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
  /** Stores people in the present generation; unknown details leave the known ones as they are. */
  write(accountId: string, followers: readonly ListedFollower[]): void;
  /** A page is done: reading goes on at `nextOpenid`, also after a restart. */
  turnPage(accountId: string, page: { nextOpenid: string; fetched: number; total: number }): void;
  /** Shows the present generation; whoever it did not see is gone. */
  complete(accountId: string, at: number): void;
  fail(accountId: string, failure: NonNullable<SyncRecord['failure']>): void;
  /** Followers that are present, newest first. @throws BadCursor */
  page(query: FollowerQuery): FollowerPage;
  /** Erases everything about the account. */
  forget(accountId: string): void;
}
