/** API reachable: does something that speaks WeChat answer at the account's API address? A refusal is an answer. */
import type { Finding } from '#shared/model/doctor.ts';
import type { Credentials } from '../../accounts/accounts.ts';
import { type Answers, isAnswered } from '../ask-wechat.ts';
import { failedBy, originOf, passed } from '../finding.ts';

export function checkApiReachable({ token, api, person }: Answers, { apiBaseUrl }: Credentials): Finding {
  const url = originOf(apiBaseUrl);
  // A relay may pass on nothing but what visitors need, so one answer is enough.
  const tried = api ?? token;
  const answered = [api, person, token.ok ? null : token].find(isAnswered);
  if (answered) return passed('api_reachable', { url, ms: String(answered.ms) });
  return failedBy('api_reachable', tried.ok ? null : tried.error, { url, ms: String(tried.ms) });
}
