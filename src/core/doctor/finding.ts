/** What a check can say. Facts are for copying into a ticket: never a secret, a token, or an address with one. */
import type { CheckName, Finding } from '#shared/model/doctor.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import { type Failure, WeChatRefused, WeChatUnreachable } from '../errors.ts';
import { failureOf } from '../wechat/reason.ts';
import type { After, Cause, Facts } from './causes.ts';

type Actor = Finding['actor'];

export function passed(check: CheckName, facts: Facts = {}): Finding {
  return { check, state: 'ok', actor: 'none', errcode: null, cause: null, facts: seen(facts) };
}

/** Not examined: there is nothing to examine, and the cause says why. */
export function skipped(check: CheckName, cause: Cause, facts: Facts = {}): Finding {
  return { check, state: 'skipped', actor: 'none', errcode: null, cause, facts: seen(facts) };
}

/** Not examined, because another check must pass first; `error` is what stood in the way, if it was seen. */
export function blocked(check: CheckName, by: CheckName, error?: unknown): Finding {
  const after: After = `after_${by}`;
  return skipped(check, after, factsOf(error));
}

/** Broken or doubtful in a way of its own; mostly the operator of this machine can mend it. */
export function wrong(
  check: CheckName,
  state: 'warning' | 'failed',
  cause: Cause,
  facts: Facts = {},
  actor: Actor = 'operator',
): Finding {
  return { check, state, actor, errcode: null, cause, facts: seen(facts) };
}

/** WeChat, or the way to it, said no: for `cause` if that is known, else for the reason a scan would give. */
export function failedBy(
  check: CheckName,
  error: unknown,
  { cause, actor, ...facts }: { cause?: Cause; actor?: Actor } & Facts = {},
): Finding {
  const failure = failureOf(error, 'lookup');
  return {
    check,
    state: 'failed',
    actor: actor ?? actorOf(failure),
    errcode: failure.errcode,
    cause: cause ?? failure.reason,
    facts: seen({ ...facts, ...factsOf(error) }),
  };
}

function actorOf({ errcode, reason }: Failure): Actor {
  const known = errcode === null ? null : explainErrorCode(errcode);
  if (known) return known.actor;
  return reason === 'platform_busy' ? 'wechat' : 'operator';
}

function factsOf(error: unknown): Facts {
  if (error instanceof WeChatUnreachable) {
    const { endpoint, kind, detail } = error;
    return { endpoint, kind, ...(detail ? { detail } : {}) };
  }
  if (!(error instanceof WeChatRefused)) return {};
  const { endpoint, errcode, rid, ip } = error;
  return { endpoint, errcode: String(errcode), ...(rid ? { rid } : {}), ...(ip ? { ip } : {}) };
}

function seen(facts: Facts): Finding['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The address without what may be secret in it: user, password, path and query. */
export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
