/** Credentials: is there an AppSecret that opens, and does WeChat accept it with this AppID? */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { SecretMissing } from '../../errors.ts';
import { failureOf } from '../../wechat/reason.ts';
import type { Answers } from '../ask-wechat.ts';
import { failedBy, passed, wrong } from '../finding.ts';

/** `asked` is what WeChat answered, or why it could not even be asked. */
export function checkCredentials(account: Account, asked: Answers | SecretMissing): Finding {
  const facts = { appId: account.appId };
  if (asked instanceof Error) return wrong('credentials', 'failed', `secret_${asked.state}`, facts);
  const { token } = asked;
  if (!token.ok && failureOf(token.error, 'lookup').reason === 'credentials') {
    return failedBy('credentials', token.error, facts);
  }
  return passed('credentials', facts);
}
