/** The account's follower directory 粉丝: read from WeChat page by page, searched on disk. */
import type { FollowerPage, FollowerQuery, SyncProgress } from '#shared/model/user.ts';

export interface Followers {
  list(query: FollowerQuery): FollowerPage;
  /** Starts a sync, or answers the progress of the one that runs. */
  sync(accountId: string): SyncProgress;
  /** The present progress, then each change, until the signal aborts. */
  progress(accountId: string, signal: AbortSignal | undefined): AsyncGenerator<SyncProgress>;
  close(): Promise<void>;
}
