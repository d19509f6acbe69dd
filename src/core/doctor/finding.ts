/** What a check can say. Facts are for copying into a ticket: never a secret, a token, or an address with one. */

import type { CheckName, Finding } from '#shared/model/doctor.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import { type Failure, WeChatRefused, WeChatUnreachable } from '../errors.ts';
import { failureOf } from '../wechat/reason.ts';

export type Facts = Finding['facts'];

export function passed(check: CheckName, facts: Facts = {}): Finding {
  return { check, state: 'ok', actor: 'none', errcode: null, cause: null, facts };
}

/** Not examined, because something before it must be mended first, or because there is nothing to examine. */
export function skipped(check: CheckName, facts: Facts = {}): Finding {
  return { check, state: 'skipped', actor: 'none', errcode: null, cause: null, facts };
}

/** Broken or doubtful in a way the operator of this machine can mend. */
export function wrong(
  check: CheckName,
  state: 'warning' | 'failed',
  cause: string,
  facts: Facts = {},
): Finding {
  return { check, state, actor: 'operator', errcode: null, cause, facts };
}

/** WeChat, or the way to it, said no. */
export function failedBy(check: CheckName, error: unknown, facts: Facts = {}): Finding {
  const failure = failureOf(error, 'lookup');
  return {
    check,
    state: 'failed',
    actor: actorOf(failure),
    errcode: failure.errcode,
    cause: failure.reason,
    facts: { ...facts, ...factsOf(error) },
  };
}

function actorOf({ errcode, reason }: Failure): Finding['actor'] {
  const known = errcode === null ? null : explainErrorCode(errcode);
  if (known) return known.actor;
  return reason === 'platform_busy' ? 'wechat' : 'operator';
}

function factsOf(error: unknown): Facts {
  if (error instanceof WeChatUnreachable) return { endpoint: error.endpoint, kind: error.kind };
  if (!(error instanceof WeChatRefused)) return {};
  const { endpoint, errcode, rid, ip } = error;
  return { endpoint, errcode: String(errcode), ...(rid ? { rid } : {}), ...(ip ? { ip } : {}) };
}

/** The address without what may be secret in it: user, password, path and query. */
export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
