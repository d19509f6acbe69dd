/** The account's tags 标签: WeChat's own list, asked for each time; the directory follows what is changed here. */
import type { Tag } from '#shared/model/tag.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { NotFound } from '../errors.ts';
import type { FollowerStore } from '../storage/follower-store.ts';
import type { WeChatTags } from '../wechat/tags.ts';

/** All of them throw NotFound (of the account), SecretMissing, WeChatRefused, WeChatUnreachable. */
export interface Tags {
  /** As WeChat has them now. */
  list(accountId: string): Promise<Tag[]>;
  create(accountId: string, name: string): Promise<Tag>;
  /** @throws NotFound for a tag that WeChat does not have */
  rename(accountId: string, id: number, name: string): Promise<Tag>;
  /** Takes it off everybody, here too. @throws NotFound as above, StorageFailed */
  remove(accountId: string, id: number): Promise<void>;
}

export interface TagsDependencies {
  client: { tags: WeChatTags };
  accounts: Pick<Accounts, 'credentials'>;
  store: Pick<FollowerStore, 'removeTag'>;
}

export function createTags({ client: { tags }, accounts, store }: TagsDependencies): Tags {
  return {
    list: async (accountId) => tags.list(accounts.credentials(accountId)),
    create: async (accountId, name) => tags.create(accounts.credentials(accountId), name),
    async rename(accountId, id, name) {
      const credentials = accounts.credentials(accountId);
      await tags.rename(credentials, id, name);
      // The name is changed, whether or not WeChat now says how many have the tag.
      const present = await tags.list(credentials).catch(() => []);
      return present.find((tag) => tag.id === id) ?? { id, name, count: 0 };
    },
    async remove(accountId, id) {
      try {
        await tags.remove(accounts.credentials(accountId), id);
      } catch (error) {
        // Somebody else removed it: then nobody has it here either.
        if (error instanceof NotFound && error.kind === 'tag') await store.removeTag(accountId, id);
        throw error;
      }
      await store.removeTag(accountId, id);
    },
  };
}
