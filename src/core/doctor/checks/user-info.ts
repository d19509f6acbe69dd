/** User info: may this account ask who follows it, and how often will it still be answered today? */
import type { Finding } from '#shared/model/doctor.ts';
import { failureOf } from '../../wechat/reason.ts';
import { type Answers, isAnswered } from '../ask-wechat.ts';
import { type Facts, failedBy, passed, skipped, wrong } from '../finding.ts';

/** Below this part of the day's quota an evening at the door may not end well. */
const LOW_QUOTA = 0.1;

export function checkUserInfo({ api, person, quota }: Answers): Finding {
  if (person === null) return skipped('user_info');
  const facts: Facts = { ms: String(person.ms) };
  if (quota && Number.isFinite(quota.remain) && quota.dailyLimit > 0) {
    facts.remain = String(quota.remain);
    facts.dailyLimit = String(quota.dailyLimit);
  }
  if (!person.ok) {
    const isSilence = !isAnswered(person) && !isAnswered(api);
    // What keeps every answer away is a finding of its own.
    if (isSilence) return skipped('user_info');
    const { reason } = failureOf(person.error, 'lookup');
    if (reason !== 'openid_rejected') return failedBy('user_info', person.error, facts);
  }
  if (facts.remain !== undefined && quota) {
    if (quota.remain <= 0) return wrong('user_info', 'failed', 'quota', facts);
    if (quota.remain / quota.dailyLimit < LOW_QUOTA) return wrong('user_info', 'warning', 'quota_low', facts);
  }
  return passed('user_info', facts);
}
