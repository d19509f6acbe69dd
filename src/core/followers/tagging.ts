/**
 * Puts a tag on many people, or takes it off: fifty in a call. WeChat refuses all fifty for one of them without
 * saying for whom, so a refused call is halved until that person stands alone, and the others are none the worse.
 */
import type { Tagging, TaggingReport } from '#shared/model/tag.ts';
import { NotFound, StorageFailed, WeChatRefused } from '../errors.ts';
import type { FollowerStore } from '../storage/follower-store.ts';
import type { Credentials } from '../wechat/credentials.ts';
import { failureOf } from '../wechat/reason.ts';
import { LARGEST_TAGGING, type WeChatTags } from '../wechat/tags.ts';

/**
 * What keeps everybody from it is thrown while nobody has been changed yet; later it is reported of those who
 * are left. @throws NotFound (of the tag), WeChatRefused, WeChatUnreachable, StorageFailed
 */
export type PutTag = (credentials: Credentials, tagging: Tagging) => Promise<TaggingReport>;

/** Twenty tags already; an openid that is none. An undescribed code may be one person's own, too. */
function mayBeOnesOwn(error: unknown): error is WeChatRefused {
  if (!(error instanceof WeChatRefused)) return false;
  const { reason } = failureOf(error, 'lookup');
  return reason === 'openid_rejected' || reason === 'platform_error';
}

export function createPutTag(tags: WeChatTags, store: Pick<FollowerStore, 'setTag'>): PutTag {
  return async function putTag(credentials, { accountId, tagId, openids, add }) {
    const left = new Set(openids);
    const report: TaggingReport = { changed: 0, failures: [] };

    async function put(people: readonly string[]): Promise<void> {
      try {
        await tags.put(credentials, tagId, people, add);
      } catch (error) {
        if (!mayBeOnesOwn(error)) throw error;
        const [openid = ''] = people;
        if (people.length === 1) {
          left.delete(openid);
          report.failures.push({ openid, errcode: error.errcode });
          return;
        }
        const half = people.length >> 1;
        await put(people.slice(0, half));
        return put(people.slice(half));
      }
      for (const openid of people) left.delete(openid);
      report.changed += people.length;
      store.setTag(accountId, tagId, people, add);
    }

    const everybody = [...left];
    try {
      for (let start = 0; start < everybody.length; start += LARGEST_TAGGING) {
        await put(everybody.slice(start, start + LARGEST_TAGGING));
      }
    } catch (error) {
      const isUnseen = report.changed === 0 && report.failures.length === 0;
      if (isUnseen || error instanceof NotFound || error instanceof StorageFailed) throw error;
      const { errcode } = failureOf(error, 'lookup');
      for (const openid of left) report.failures.push({ openid, errcode });
    }
    return report;
  };
}
