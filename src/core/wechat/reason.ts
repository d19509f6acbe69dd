/**
 * From what went wrong to the closed set of reasons. One table: a code that is not in it is a
 * `platform_error`, and the errcode beside the reason says which.
 */
import type { Reason } from '#shared/model/verdict.ts';
import {
  type Failure,
  SecretMissing,
  TokenServiceFailed,
  VaultUnavailable,
  WeChatRefused,
  WeChatUnreachable,
} from '../errors.ts';
import { isTokenEndpoint } from './token-fetch.ts';

/** Which question had no answer: codes of the exchange mean nothing elsewhere. */
export type Question = 'exchange' | 'token' | 'lookup';

const EXCHANGE_ONLY: ReadonlyMap<number, Reason> = codes({
  code_invalid: [40029, 40242, 41008],
  code_reused: [40163],
  code_expired: [42003],
});

const ANYWHERE: ReadonlyMap<number, Reason> = codes({
  credentials: [40013, 40125, 40243, 41002, 41004, 50004, 50007, 61024],
  token: [40014, 41001, 42001],
  ip_not_allowed: [40164, 45035, 61004, 89501, 89502, 89503, 89504, 89505, 89506, 89507],
  quota: [45009, 45011],
  permission: [40200, 43104, 48001, 48004, 50001, 50002, 61003, 61007, 61016],
  openid_rejected: [40003, 41009, 46004, 49003, 65302],
  platform_busy: [-1, 61450],
});

/** Where the AppSecret is checked 40001 means a wrong one; elsewhere, a dead token. */
const INVALID_CREDENTIAL = 40001;

const UNREACHABLE: Record<WeChatUnreachable['kind'], Reason> = {
  network: 'network',
  timeout: 'network',
  bad_reply: 'bad_reply',
  http_status: 'platform_busy',
};

/** The reason for the operator and the visitor, and WeChat's own code when it gave one. Never throws. */
export function failureOf(error: unknown, question: Question): Failure {
  if (error instanceof WeChatRefused) {
    const failure = { reason: refusalReason(error, question), errcode: error.errcode };
    return error.ip === null ? failure : { ...failure, ip: error.ip };
  }
  if (error instanceof WeChatUnreachable) return { reason: UNREACHABLE[error.kind], errcode: null };
  if (error instanceof TokenServiceFailed) return { reason: serviceReason(error), errcode: null };
  if (error instanceof SecretMissing || error instanceof VaultUnavailable) {
    return { reason: 'credentials', errcode: null };
  }
  return { reason: 'platform_error', errcode: null };
}

/** What mends itself is asked again; for the rest somebody must look at the token service or at its settings. */
function serviceReason({ kind, status }: TokenServiceFailed): Reason {
  if (kind === 'unreachable') return 'network';
  return kind === 'http_status' && status !== null && status >= 500 ? 'platform_busy' : 'token';
}

function refusalReason({ errcode, endpoint }: WeChatRefused, question: Question): Reason {
  if (errcode === INVALID_CREDENTIAL) {
    return question !== 'lookup' || isTokenEndpoint(endpoint) ? 'credentials' : 'token';
  }
  const known = ANYWHERE.get(errcode) ?? (question === 'exchange' ? EXCHANGE_ONLY.get(errcode) : undefined);
  return known ?? 'platform_error';
}

function codes(table: Partial<Record<Reason, readonly number[]>>): ReadonlyMap<number, Reason> {
  const reasons = Object.entries(table) as [Reason, readonly number[]][];
  return new Map(reasons.flatMap(([reason, list]) => list.map((code) => [code, reason] as const)));
}
