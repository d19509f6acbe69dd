/** The account's follower directory 粉丝: read from WeChat page by page, searched on disk, changed in both. */
import type { Tagging, TaggingReport } from '#shared/model/tag.ts';
import type {
  Follower,
  FollowerChanges,
  FollowerPage,
  FollowerQuery,
  SyncProgress,
} from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { WeChatTags } from '../wechat/tags.ts';
import type { WeChatForSyncs } from './sync-run.ts';
import { createSyncs, type SyncsDependencies } from './syncs.ts';
import { createPutTag } from './tagging.ts';

export interface Followers {
  /** @throws NotFound, BadCursor */
  list(query: FollowerQuery): FollowerPage;
  /** What the last complete reading found changed. @throws NotFound */
  changes(accountId: string): FollowerChanges;
  /** Null when the directory does not have them. */
  get(accountId: string, openid: string): Follower | null;
  /**
   * Starts a sync, or answers the progress of the one that runs. An unfinished one, also of an earlier
   * session, is gone on with; one that waits tries at once. @throws NotFound, StorageFailed
   */
  sync(accountId: string): SyncProgress;
  /** Stops after the hundred in flight; `sync` goes on from there. @throws NotFound, StorageFailed */
  pause(accountId: string): SyncProgress;
  /** The present progress, then each change, until the signal aborts. @throws NotFound */
  progress(accountId: string, signal: AbortSignal | undefined): AsyncGenerator<SyncProgress>;
  /** Goes on with the syncs that waited for a time when the last session ended. Never throws. */
  resume(): void;
  /**
   * At WeChat first, then here. Somebody whom the directory does not have is changed at WeChat only.
   * @throws NotFound, SecretMissing, WeChatRefused, WeChatUnreachable, StorageFailed
   */
  updateRemark(accountId: string, openid: string, remark: string): Promise<Follower>;
  /** See `PutTag` of tagging.ts for what is thrown and what is reported. @throws NotFound, SecretMissing too */
  tag(tagging: Tagging): Promise<TaggingReport>;
  /** Forgets one person. @returns how many rows knew them. @throws StorageFailed */
  eraseOpenid(accountId: string, openid: string): number;
  /** Erases the directory of an account that was removed. @throws StorageFailed */
  forget(accountId: string): Promise<void>;
  /** Stops what runs after the hundred in flight; the next session can go on from there. */
  close(): Promise<void>;
}

export interface FollowerDependencies extends SyncsDependencies {
  client: WeChatForSyncs & { tags: WeChatTags };
  accounts: Pick<Accounts, 'get' | 'credentials'>;
}

const UNKNOWN: Omit<Follower, 'openid' | 'remark'> = {
  unionid: null,
  tagIds: [],
  subscribeTime: null,
  subscribeScene: null,
  language: null,
};

export function createFollowers(dependencies: FollowerDependencies): Followers {
  const { client, accounts, store } = dependencies;
  const syncs = createSyncs(dependencies);
  const putTag = createPutTag(client.tags, store);

  return {
    list(query) {
      accounts.get(query.accountId);
      return store.page(query);
    },
    changes(accountId) {
      accounts.get(accountId);
      return store.changes(accountId);
    },
    get: store.get,
    sync(accountId) {
      accounts.get(accountId);
      return syncs.sync(accountId);
    },
    pause(accountId) {
      accounts.get(accountId);
      return syncs.pause(accountId);
    },
    progress(accountId, signal) {
      accounts.get(accountId);
      return syncs.progress(accountId, signal);
    },
    resume: syncs.resume,
    async updateRemark(accountId, openid, remark) {
      await client.tags.remark(accounts.credentials(accountId), openid, remark);
      return store.setRemark(accountId, openid, remark) ?? { ...UNKNOWN, openid, remark: remark || null };
    },
    tag: async (tagging) => putTag(accounts.credentials(tagging.accountId), tagging),
    eraseOpenid: store.erase,
    async forget(accountId) {
      await syncs.forget(accountId);
      await store.forget(accountId);
    },
    close: syncs.close,
  };
}
