/**
 * User info: may this account ask who follows it? Asked about nobody: 40003 means that it may, 48001 that its
 * kind, its verification or its settings do not allow it.
 * @see https://developers.weixin.qq.com/doc/oplatform/developers/troubleshooting
 */
import type { Account, AccountKind } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { failureOf } from '../../wechat/reason.ts';
import { isAnswered, obstacleOf, type WeChatAnswers } from '../ask-wechat.ts';
import type { Cause, Facts } from '../causes.ts';
import { blocked, failedBy, passed } from '../finding.ts';

const NOT_ALLOWED: Record<AccountKind, Cause> = {
  service: 'not_verified',
  test: 'test_not_allowed',
  other: 'wrong_kind',
};

export async function checkUserInfo(
  { kind }: Pick<Account, 'kind'>,
  wechat: Pick<WeChatAnswers, 'token' | 'api' | 'person'>,
): Promise<Finding> {
  const [token, person] = [await wechat.token(), await wechat.person()];
  const lack = token.ok ? null : token.error;
  if (person === null) return blocked('user_info', obstacleOf(lack) ?? 'token', lack);
  const facts: Facts = { ms: String(person.ms), ...(kind ? { accountKind: kind } : {}) };
  if (person.ok) return passed('user_info', facts);
  const { error } = person;
  const obstacle = obstacleOf(error);
  if (obstacle === 'api_reachable') {
    // What keeps every answer away is a finding of its own; what keeps only this one away is this one's.
    if (isAnswered(await wechat.api())) return failedBy('user_info', error, facts);
  }
  if (obstacle !== null) return blocked('user_info', obstacle, error);
  const { reason, errcode } = failureOf(error, 'lookup');
  if (reason === 'openid_rejected') return passed('user_info', facts);
  if (errcode !== 48001) return failedBy('user_info', error, facts);
  const cause = kind === null ? 'kind_not_said' : NOT_ALLOWED[kind];
  return failedBy('user_info', error, { ...facts, cause, actor: 'admin' });
}
