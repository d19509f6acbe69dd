/**
 * Quota: how often will WeChat still say today who follows? The day ends at midnight in China.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getapiquota
 */
import type { Finding } from '#shared/model/doctor.ts';
import { failureOf } from '../../wechat/reason.ts';
import { LOOKUP_PATH, obstacleOf, type WeChatAnswers } from '../ask-wechat.ts';
import type { Facts } from '../causes.ts';
import { blocked, failedBy, passed, skipped, wrong } from '../finding.ts';

/** Below this part of the day's quota an evening at the door may not end well. */
const LOW = 0.1;

export async function checkQuota(wechat: Pick<WeChatAnswers, 'token' | 'quota'>): Promise<Finding> {
  const [token, quota] = [await wechat.token(), await wechat.quota()];
  const lack = token.ok ? null : token.error;
  if (quota === null) return blocked('quota', obstacleOf(lack) ?? 'token', lack);
  if (!quota.ok) {
    if (failureOf(quota.error, 'lookup').reason === 'quota')
      return failedBy('quota', quota.error, { cause: 'quota_used_up' });
    // A relay may not pass the question on, and not every account may ask it.
    return skipped('quota', 'quota_unknown', { endpoint: LOOKUP_PATH });
  }
  const { remain, used, dailyLimit } = quota.value;
  if (![remain, used, dailyLimit].every(Number.isFinite) || dailyLimit <= 0)
    return skipped('quota', 'quota_unknown', { endpoint: LOOKUP_PATH });
  const facts: Facts = { remain: String(remain), used: String(used), dailyLimit: String(dailyLimit) };
  if (remain <= 0) return wrong('quota', 'failed', 'quota_used_up', facts, 'admin');
  if (remain / dailyLimit < LOW) return wrong('quota', 'warning', 'quota_low', facts, 'admin');
  return passed('quota', facts);
}
