/** Token: can a global access token be had from this machine, and does WeChat go on accepting it? */
import type { TokenStatus } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { Answers } from '../ask-wechat.ts';
import { type Facts, failedBy, passed, wrong } from '../finding.ts';

export function checkToken({ token }: Answers, status: TokenStatus): Finding {
  const facts: Facts = { mode: status.mode, ms: String(token.ms) };
  if (!token.ok) return failedBy('token', token.error, facts);
  if (status.fetchedAt) facts.fetchedAt = status.fetchedAt;
  if (status.expiresAt) facts.expiresAt = status.expiresAt;
  if (status.stolenAt) return wrong('token', 'warning', 'token_taken', { ...facts, at: status.stolenAt });
  return passed('token', facts);
}
