/**
 * The one place where the core's failures become the contract's errors. The rule: every class of
 * `core/errors.ts` is named here or the compiler complains, and what has no name leaves as
 * INTERNAL_SERVER_ERROR: no message, no stack, no cause.
 */
import { ORPCError } from '@orpc/server';
import * as coreErrors from '#core/errors.ts';
import { errors } from '#shared/contract/errors.ts';

type Instance<Class> = Class extends abstract new (...parameters: never[]) => infer Failure ? Failure : never;
type CoreError = Instance<(typeof coreErrors)[keyof typeof coreErrors]>;

type Code = keyof typeof errors;
type Facts<C extends Code> = ReturnType<(typeof errors)[C]['data']['parse']>;

const classes = Object.values(coreErrors);

function isCoreError(error: unknown): error is CoreError {
  return classes.some((Class) => error instanceof Class);
}

function answer<C extends Code>(code: C, data: Facts<C>): ORPCError<string, unknown> {
  const { status, message } = errors[code];
  return new ORPCError(code, { defined: true, status, message, data });
}

function unexpected(): ORPCError<string, unknown> {
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal server error', data: {} });
}

function fromCore(error: CoreError): ORPCError<string, unknown> {
  switch (error.name) {
    case 'NotFound':
      return answer('NOT_FOUND', { kind: error.kind, id: error.id });
    case 'SecretMissing':
      return answer('SECRET_MISSING', { accountId: error.accountId, state: error.state });
    case 'VaultUnavailable':
      return answer('VAULT_UNAVAILABLE', { backend: error.backend });
    case 'VaultUndecided':
      return answer('VAULT_UNDECIDED', { state: error.state, backend: error.backend });
    case 'ImportRefused':
      return answer('IMPORT_REFUSED', { cause: error.kind });
    case 'WrongTokenMode':
      return answer('WRONG_TOKEN_MODE', { accountId: error.accountId, tokenMode: error.tokenMode });
    case 'TokenServiceFailed':
      return answer('TOKEN_SERVICE_FAILED', { cause: error.kind, status: error.status });
    case 'WeChatRefused': {
      const { errcode, rid, endpoint, ip } = error;
      return answer('WECHAT_REFUSED', { errcode, rid, endpoint, ip });
    }
    case 'WeChatUnreachable':
      return answer('WECHAT_UNREACHABLE', { endpoint: error.endpoint, cause: error.kind });
    case 'StorageFailed':
      return answer('STORAGE_FAILED', { cause: error.kind });
    case 'PortInUse':
      return answer('PORT_IN_USE', { port: error.port, offeredPort: error.offeredPort });
    case 'ListenFailed':
      return answer('LISTEN_FAILED', { code: error.code, port: error.port });
    case 'NotRecheckable':
      return answer('NOT_RECHECKABLE', { scanId: error.scanId });
    case 'Locked':
      return answer('LOCKED', { isKiosk: error.isKiosk });
    case 'WrongPin': {
      const { typed, triesLeft, retryAfterSeconds } = error;
      return answer('WRONG_PIN', { typed, triesLeft, retryAfterSeconds });
    }
    case 'PinMissing':
      return answer('PIN_MISSING', {});
    case 'TooSoon':
      return answer('TOO_SOON', { retryAfterSeconds: error.retryAfterSeconds });
    case 'BadCursor':
      return badRequest({ issues: [{ path: ['cursor'], message: error.message }] });
    case 'FolderInUse':
    case 'DatabaseDamaged':
      // Ends the start of a host; no procedure runs after it.
      return unexpected();
    default: {
      const unnamed: never = error;
      return unnamed;
    }
  }
}

/** Issues as places and sentences: a rejected value can be an AppSecret, so no value is repeated. */
function badRequest(data: unknown): ORPCError<string, unknown> {
  const issues = (data as { issues?: readonly { message: string; path?: readonly unknown[] }[] } | undefined)
    ?.issues;
  return new ORPCError('BAD_REQUEST', {
    message: 'The request is not valid',
    data: {
      issues: (issues ?? []).map(({ message, path }) => ({ path: (path ?? []).map(String), message })),
    },
  });
}

/** What a caller may see of a failure; `known` is false when somebody should read the log. */
export function toContractError(error: unknown): { error: ORPCError<string, unknown>; known: boolean } {
  if (isCoreError(error))
    return {
      error: fromCore(error),
      known: error.name !== 'FolderInUse' && error.name !== 'DatabaseDamaged',
    };
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return { error: badRequest(error.data), known: true };
  return { error: unexpected(), known: false };
}
