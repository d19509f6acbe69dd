/**
 * Whitelist: may this machine's public address ask for tokens, and is it still the one seen before? WeChat
 * names a refused address in its refusal; an allowed one is found by looking up the rid of a question that is
 * refused on purpose. Every address is remembered, because one that changed is the usual cause of a refusal.
 * @see https://developers.weixin.qq.com/doc/service/guide/dev/api — IP 白名单
 */
import type { Finding, SeenIp } from '#shared/model/doctor.ts';
import type { Clock } from '../../environment.ts';
import { WeChatRefused } from '../../errors.ts';
import type { SeenIps } from '../../storage/sqlite/seen-ips.ts';
import { obstacleOf, type WeChatAnswers } from '../ask-wechat.ts';
import type { Cause, Facts } from '../causes.ts';
import { blocked, failedBy, passed, wrong } from '../finding.ts';

const AWAITS_ADMIN: ReadonlySet<number> = new Set([89501, 89502, 89503, 89504, 89505]);
const REJECTED: ReadonlyMap<number, Cause> = new Map([
  [89506, 'ip_rejected_24h'],
  [89507, 'ip_rejected_1h'],
]);

/** A change is told of for the rest of the day, not only to whoever looks first. */
const NEWS_LASTS_MS = 24 * 3_600_000;

export interface WhitelistDependencies {
  wechat: Pick<WeChatAnswers, 'acceptance' | 'token' | 'address'>;
  seenIps: Pick<SeenIps, 'list' | 'note'>;
  clock: Clock;
}

export async function checkWhitelist(accountId: string, given: WhitelistDependencies): Promise<Finding> {
  const { wechat, seenIps, clock } = given;
  const answer = (await wechat.acceptance()) ?? (await wechat.token());
  const before = seenIps.list(accountId);
  if (!answer.ok) {
    const obstacle = obstacleOf(answer.error);
    if (obstacle !== 'whitelist') return blocked('whitelist', obstacle ?? 'token', answer.error);
    const ip = answer.error instanceof WeChatRefused ? answer.error.ip : null;
    if (ip !== null) seenIps.note(accountId, ip, false, clock.now());
    const previous = previousOf(before, ip);
    return failedBy('whitelist', answer.error, {
      ...factsOf(previous),
      cause: causeOf(answer.error, previous),
      actor: 'admin',
    });
  }
  const ip = await wechat.address();
  if (ip === null) return passed('whitelist');
  seenIps.note(accountId, ip, true, clock.now());
  const previous = previousOf(before, ip);
  if (previous === null || !isNews(before, ip, previous, clock.now())) return passed('whitelist', { ip });
  return wrong('whitelist', 'warning', 'ip_changed', { ip, ...factsOf(previous) });
}

function causeOf(error: unknown, previous: SeenIp | null): Cause {
  const errcode = error instanceof WeChatRefused ? error.errcode : 0;
  const rejected = REJECTED.get(errcode);
  if (rejected) return rejected;
  if (AWAITS_ADMIN.has(errcode)) return 'ip_awaits_admin';
  return previous ? 'new_ip_not_listed' : 'ip_not_listed';
}

/** The latest other address that WeChat let in. Not knowing today's, nothing can be called another. */
function previousOf(seen: readonly SeenIp[], ip: string | null): SeenIp | null {
  if (ip === null) return null;
  return seen.find((each) => each.ip !== ip && each.allowed) ?? null;
}

function isNews(seen: readonly SeenIp[], ip: string, previous: SeenIp, now: number): boolean {
  const known = seen.find((each) => each.ip === ip);
  if (known === undefined || known.lastSeenAt < previous.lastSeenAt) return true;
  return now - Date.parse(known.firstSeenAt) < NEWS_LASTS_MS;
}

function factsOf(previous: SeenIp | null): Facts {
  return previous ? { previousIp: previous.ip, seenAt: previous.lastSeenAt } : {};
}
