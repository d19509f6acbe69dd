/** API reachable: does something that speaks WeChat answer at the account's API address? A refusal is an answer. */
import type { Finding } from '#shared/model/doctor.ts';
import type { Credentials } from '../../wechat/credentials.ts';
import { type Answers, isAnswered } from '../ask-wechat.ts';
import { failedBy, originOf, passed, wrong } from '../finding.ts';

/** A visitor waits for two such calls. */
const SLOW_MS = 2000;

export function checkApiReachable({ token, api, person }: Answers, { apiBaseUrl }: Credentials): Finding {
  const url = originOf(apiBaseUrl);
  // A relay may pass on nothing but what visitors need, so one answer is enough.
  const tried = api ?? token;
  const answered = [api, person, token.ok ? null : token].find(isAnswered);
  if (answered) {
    const facts = { url, ms: String(answered.ms) };
    if (answered.ms > SLOW_MS) return wrong('api_reachable', 'warning', 'slow', facts);
    return passed('api_reachable', facts);
  }
  return failedBy('api_reachable', tried.ok ? null : tried.error, { url, ms: String(tried.ms) });
}
