/** API reachable: does something that speaks WeChat answer at the account's API address? A refusal is an answer. */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { WeChatUnreachable } from '../../errors.ts';
import { type Attempt, isAnswered, type WeChatAnswers } from '../ask-wechat.ts';
import type { Cause } from '../causes.ts';
import { failedBy, originOf, passed, wrong } from '../finding.ts';
import { isTlsCode, type Surroundings } from '../surroundings.ts';

/** A visitor waits for two such calls. */
const SLOW_MS = 2000;

const UNPLUGGED: ReadonlySet<string> = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EAI_AGAIN']);
const WRONG_TIME: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** An issuer this machine does not know, on a host whose certificate everybody knows: something is in between. */
const INTERCEPTED: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

export async function checkApiReachable(
  { apiBaseUrl }: Pick<Account, 'apiBaseUrl'>,
  wechat: Pick<WeChatAnswers, 'token' | 'api' | 'person' | 'reach'>,
  { isUnplugged }: Pick<Surroundings, 'isUnplugged'>,
): Promise<Finding> {
  const tried = await lastWord(wechat);
  const url = originOf(apiBaseUrl);
  const facts = { url, ms: String(tried.ms) };
  if (!isAnswered(tried)) {
    const cause =
      tried.error instanceof WeChatUnreachable
        ? causeOf(tried.error, !isThisMachine(url) && isUnplugged())
        : undefined;
    return failedBy('api_reachable', tried.error, { ...facts, cause });
  }
  return tried.ms > SLOW_MS
    ? wrong('api_reachable', 'warning', 'slow', facts)
    : passed('api_reachable', facts);
}

/** An answer if any was had; a kept token says nothing of a WeChat that is silent now. */
async function lastWord(
  wechat: Pick<WeChatAnswers, 'token' | 'api' | 'person' | 'reach'>,
): Promise<Attempt<unknown>> {
  const token = await wechat.token();
  if (token.ok) {
    const api = await wechat.api();
    // A relay may pass on nothing but what visitors need, so one answer is enough.
    const person = isAnswered(api) ? null : await wechat.person();
    return (isAnswered(person) ? person : api) ?? token;
  }
  if (isAnswered(token) || token.error instanceof WeChatUnreachable) return token;
  return wechat.reach();
}

/** Undefined where the reason a scan would give says it as well: no WeChat there, or a busy one. */
function causeOf({ kind, detail }: WeChatUnreachable, isUnplugged: boolean): Cause | undefined {
  if (kind === 'bad_reply' || kind === 'http_status') return undefined;
  if (detail.startsWith('PROXY_')) return 'proxy';
  if (detail === 'ECONNREFUSED') return 'refused';
  if (WRONG_TIME.has(detail)) return 'tls_time';
  if (INTERCEPTED.has(detail)) return 'tls_intercepted';
  if (isTlsCode(detail)) return 'tls';
  if (UNPLUGGED.has(detail) || isUnplugged) return 'offline';
  if (detail === 'ENOTFOUND') return 'dns';
  return kind === 'timeout' ? 'timeout' : undefined;
}

/** The sandbox needs no network. */
function isThisMachine(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(origin);
}
