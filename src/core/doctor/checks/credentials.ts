/** Credentials: is there an AppSecret that opens, and does WeChat accept it with this AppID today? */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { SecretMissing, WeChatRefused } from '../../errors.ts';
import { obstacleOf, type WeChatAnswers } from '../ask-wechat.ts';
import type { Cause } from '../causes.ts';
import { blocked, failedBy, passed, skipped, wrong } from '../finding.ts';

/** @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken — 返回码 */
const CAUSES: ReadonlyMap<number, Cause> = new Map([
  [40013, 'wrong_app_id'],
  [41002, 'wrong_app_id'],
  [40001, 'wrong_secret'],
  [40125, 'wrong_secret'],
  [41004, 'wrong_secret'],
  [40243, 'secret_frozen'],
]);

export async function checkCredentials(
  account: Account,
  wechat: Pick<WeChatAnswers, 'acceptance'>,
): Promise<Finding> {
  const facts = { appId: account.appId };
  const accepted = await wechat.acceptance();
  if (accepted === null) return skipped('credentials', 'token_comes_from_service', facts);
  if (accepted.ok) return passed('credentials', facts);
  const { error } = accepted;
  if (error instanceof SecretMissing) return wrong('credentials', 'failed', `secret_${error.state}`, facts);
  const obstacle = obstacleOf(error);
  if (obstacle !== 'credentials') return blocked('credentials', obstacle ?? 'token', error);
  const cause = error instanceof WeChatRefused ? CAUSES.get(error.errcode) : undefined;
  return failedBy('credentials', error, { ...facts, cause });
}
