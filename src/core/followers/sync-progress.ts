/** What is told of a sync: from its record on disk while nothing runs, and why one stopped. */
import type { SyncProgress } from '#shared/model/user.ts';
import { NotFound, StorageFailed } from '../errors.ts';
import type { SyncFailure, SyncRecord } from '../storage/follower-store.ts';
import { failureOf } from '../wechat/reason.ts';

/** A disk that refuses, or an account that was removed, is no reason of WeChat's. */
export function failureOfSync(error: unknown): SyncFailure {
  if (error instanceof StorageFailed || error instanceof NotFound) return { reason: null, errcode: null };
  const { reason, errcode } = failureOf(error, 'lookup');
  return { reason, errcode };
}

export function stateOf(sync: SyncRecord): SyncProgress['state'] {
  const { startedAt, isPaused, resumesAt, failure, completedAt } = sync;
  if (startedAt !== null && isPaused) return 'paused';
  if (startedAt !== null && resumesAt !== null) return 'waiting';
  if (failure !== null) return 'failed';
  return startedAt === null && completedAt !== null ? 'done' : 'idle';
}

/** ISO 8601. */
export function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

/** Nothing is read, and nothing is the matter. */
export const STANDING = {
  rate: null,
  secondsLeft: null,
  resumesAt: null,
  reason: null,
  errcode: null,
} as const;

export function storedProgress(accountId: string, sync: SyncRecord): SyncProgress {
  const { reached, total, pages } = sync;
  const state = stateOf(sync);
  const failure = sync.failure ?? { reason: null, errcode: null };
  return {
    ...STANDING,
    ...failure,
    accountId,
    state,
    fetched: reached,
    total,
    pages,
    resumesAt: timeOf(sync.resumesAt),
  };
}
