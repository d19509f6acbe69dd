/**
 * Any error in the operator's words: what happened, what to do, and the facts worth copying. Total: a
 * failure nobody foresaw still gets a title and a remedy. Facts come from typed data only, never from
 * a message, so nothing secret can slip through.
 */
import type { errors } from '#shared/contract/errors.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import type { Reason } from '#shared/model/verdict.ts';
import { isAnswer } from '../host/failures.ts';
import type { Text } from './text.ts';

export interface Fact {
  name: string;
  value: string;
}

export interface ErrorDescription {
  title: string;
  remedy: string;
  facts: Fact[];
}

type Errors = typeof errors;
type Data<Code extends keyof Errors> = Errors[Code]['data']['_zod']['output'];
type Describe<Code extends keyof Errors> = (t: Text, data: Data<Code>) => ErrorDescription;

const describers: { readonly [Code in keyof Errors]: Describe<Code> } = {
  NOT_FOUND: (t, { kind, id }) => ({
    title: t(`errors:NOT_FOUND.${kind}.title`),
    remedy: t(`errors:NOT_FOUND.${kind}.remedy`),
    facts: [{ name: t('errors:facts.id'), value: id }],
  }),
  SECRET_MISSING: (t, { state }) => ({
    title: t(`errors:SECRET_MISSING.${state}.title`),
    remedy: t(`errors:SECRET_MISSING.${state}.remedy`),
    facts: [],
  }),
  VAULT_UNAVAILABLE: (t, { backend }) => ({
    title: t('errors:VAULT_UNAVAILABLE.title'),
    remedy: t('errors:VAULT_UNAVAILABLE.remedy'),
    facts: [{ name: t('errors:facts.backend'), value: backend }],
  }),
  VAULT_UNDECIDED: (t, { state, backend }) => ({
    title: t(`errors:VAULT_UNDECIDED.${state}.title`),
    remedy: t(`errors:VAULT_UNDECIDED.${state}.remedy`),
    facts: [{ name: t('errors:facts.backend'), value: backend }],
  }),
  IMPORT_REFUSED: (t, { cause }) => ({
    title: t(`errors:IMPORT_REFUSED.${cause}.title`),
    remedy: t(`errors:IMPORT_REFUSED.${cause}.remedy`),
    facts: [],
  }),
  WRONG_TOKEN_MODE: (t) => ({
    title: t('errors:WRONG_TOKEN_MODE.title'),
    remedy: t('errors:WRONG_TOKEN_MODE.remedy'),
    facts: [],
  }),
  TOKEN_SERVICE_FAILED: (t, { cause, status }) => ({
    title: t(`errors:TOKEN_SERVICE_FAILED.${cause}.title`),
    remedy: t(`errors:TOKEN_SERVICE_FAILED.${cause}.remedy`),
    facts: status === null ? [] : [{ name: t('errors:facts.status'), value: String(status) }],
  }),
  WECHAT_REFUSED: describeRefusal,
  WECHAT_UNREACHABLE: (t, { cause, endpoint }) => ({
    title: t(`errors:WECHAT_UNREACHABLE.${cause}.title`),
    remedy: t(`errors:WECHAT_UNREACHABLE.${cause}.remedy`),
    facts: [{ name: t('errors:facts.endpoint'), value: endpoint }],
  }),
  STORAGE_FAILED: (t, { cause }) => ({
    title: t(`errors:STORAGE_FAILED.${cause}.title`),
    remedy: t(`errors:STORAGE_FAILED.${cause}.remedy`),
    facts: [],
  }),
  PORT_IN_USE: (t, { port, offeredPort }) => ({
    title: t('errors:PORT_IN_USE.title', { port }),
    remedy:
      t('errors:PORT_IN_USE.remedy') +
      (offeredPort === null ? '' : ` ${t('errors:PORT_IN_USE.offered', { offeredPort })}`),
    facts: [{ name: t('errors:facts.port'), value: String(port) }],
  }),
  LISTEN_FAILED: (t, { code, port }) => ({
    title: t(`errors:LISTEN_FAILED.${code}.title`, { port }),
    remedy: t(`errors:LISTEN_FAILED.${code}.remedy`),
    facts: [{ name: t('errors:facts.port'), value: String(port) }],
  }),
  NOT_RECHECKABLE: (t) => ({
    title: t('errors:NOT_RECHECKABLE.title'),
    remedy: t('errors:NOT_RECHECKABLE.remedy'),
    facts: [],
  }),
  LOCKED: (t, { isKiosk }) => ({
    title: t(`errors:LOCKED.${isKiosk ? 'kiosk' : 'locked'}.title`),
    remedy: t(`errors:LOCKED.${isKiosk ? 'kiosk' : 'locked'}.remedy`),
    facts: [],
  }),
  WRONG_PIN: (t, { typed, triesLeft, retryAfterSeconds }) => ({
    title: t(`errors:WRONG_PIN.${typed}`),
    remedy:
      triesLeft > 0
        ? t('errors:WRONG_PIN.left', { count: triesLeft })
        : t('errors:WRONG_PIN.wait', { seconds: retryAfterSeconds }),
    facts: [],
  }),
  PIN_MISSING: (t) => ({
    title: t('errors:PIN_MISSING.title'),
    remedy: t('errors:PIN_MISSING.remedy'),
    facts: [],
  }),
  TOO_SOON: (t, { retryAfterSeconds }) => ({
    title: t('errors:TOO_SOON.title'),
    remedy: t('errors:TOO_SOON.remedy', { seconds: Math.max(1, Math.ceil(retryAfterSeconds)) }),
    facts: [],
  }),
};

/** Describes whatever a call to the host threw. */
export function describeError(t: Text, error: unknown): ErrorDescription {
  if (!isAnswer(error)) return simple(t, 'hostUnreachable', []);
  if (error.code in describers && isRecord(error.data)) {
    // The contract types `data` by `code`; the host validated it before sending.
    const inWords = describers[error.code as keyof Errors] as Describe<keyof Errors>;
    return inWords(t, error.data as never);
  }
  const facts = [{ name: t('errors:facts.code'), value: `${error.code} (${error.status})` }];
  if (error.code === 'BAD_REQUEST' || error.code === 'UNAUTHORIZED') return simple(t, error.code, facts);
  return simple(t, 'hostFailed', facts);
}

/** Reasons that cover several mishaps with a remedy each: WeChat's own code says which. */
const TOLD_BY_CODE: readonly Reason[] = ['credentials', 'ip_not_allowed', 'permission', 'platform_error'];

/** Why a verdict is unknown: what happened, who acts, what to do, and the errcode behind it. */
export function describeReason(t: Text, reason: Reason, errcode: number | null) {
  const explained = errcode === null ? null : describeErrcode(t, errcode);
  const { meaning = null, remedy = null } = TOLD_BY_CODE.includes(reason) ? (explained ?? {}) : {};
  return {
    title: meaning?.replace(/[。.]$/, '') ?? t(`reasons:${reason}.title`),
    remedy: remedy ?? t(`reasons:${reason}.remedy`),
    actor: t(`reasons:actors.${t(`reasons:${reason}.actor`)}`),
    errcode: explained,
  };
}

/** WeChat's errcode explained; the number alone when the catalogue does not have it. */
export function describeErrcode(t: Text, code: number) {
  const entry = explainErrorCode(code);
  const column = t('errors:catalogue');
  return { code, meaning: entry?.meaning[column] ?? null, remedy: entry?.remedy[column] ?? null };
}

function describeRefusal(t: Text, data: Data<'WECHAT_REFUSED'>): ErrorDescription {
  const { meaning, remedy } = describeErrcode(t, data.errcode);
  const facts: Fact[] = [{ name: t('errors:facts.errcode'), value: String(data.errcode) }];
  if (data.ip !== null) facts.push({ name: t('errors:facts.ip'), value: data.ip });
  if (data.rid !== null) facts.push({ name: t('errors:facts.rid'), value: data.rid });
  facts.push({ name: t('errors:facts.endpoint'), value: data.endpoint });
  return {
    title: meaning ?? t('errors:WECHAT_REFUSED.title'),
    remedy:
      data.ip === null
        ? (remedy ?? t('errors:WECHAT_REFUSED.unexplained'))
        : t('errors:WECHAT_REFUSED.addIp', { ip: data.ip }),
    facts,
  };
}

function simple(
  t: Text,
  key: 'hostUnreachable' | 'hostFailed' | 'BAD_REQUEST' | 'UNAUTHORIZED',
  facts: Fact[],
): ErrorDescription {
  return { title: t(`errors:${key}.title`), remedy: t(`errors:${key}.remedy`), facts };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
