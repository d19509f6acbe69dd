import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { describeErrcode, describeError, describeReason } from '#renderer/text/describe-error.ts';
import { createText, type Text } from '#renderer/text/text.ts';
import { errors } from '#shared/contract/errors.ts';
import { Reason } from '#shared/model/verdict.ts';

/** Every error of the contract, once per wording it can take. */
const answers: { [Code in keyof typeof errors]: object[] } = {
  NOT_FOUND: [
    'account',
    'entry',
    'scan',
    'error_code',
    'backup',
    'verification_file',
    'lookup',
    'tag',
    'person',
  ].map((kind) => ({
    kind,
    id: 'x1',
  })),
  SECRET_MISSING: ['missing', 'unreadable', 'corrupt'].map((state) => ({ accountId: 'a', state })),
  VAULT_UNAVAILABLE: [{ backend: 'basic_text' }],
  VAULT_UNDECIDED: ['weak', 'unavailable'].map((state) => ({ state, backend: 'basic_text' })),
  IMPORT_REFUSED: ['not_an_export', 'newer_version', 'damaged', 'wrong_password'].map((cause) => ({ cause })),
  WRONG_TOKEN_MODE: [{ accountId: 'a', tokenMode: 'classic' }],
  TOKEN_SERVICE_FAILED: [
    'not_set',
    'unreachable',
    'refused',
    'http_status',
    'bad_reply',
    'no_token',
    'expired',
  ].map((cause) => ({ cause, status: cause === 'http_status' ? 503 : null })),
  WECHAT_REFUSED: [
    { errcode: 40164, rid: 'r-1', endpoint: '/cgi-bin/token', ip: '203.0.113.7' },
    { errcode: 48001, rid: null, endpoint: '/cgi-bin/user/info', ip: null },
    { errcode: 987_654, rid: 'r-2', endpoint: '/cgi-bin/user/info', ip: null },
  ],
  WECHAT_UNREACHABLE: ['network', 'timeout', 'bad_reply', 'http_status'].map((cause) => ({
    endpoint: '/sns/oauth2/access_token',
    cause,
  })),
  STORAGE_FAILED: ['full', 'read_only', 'other'].map((cause) => ({ cause })),
  PORT_IN_USE: [
    { port: 8090, offeredPort: 8091 },
    { port: 8090, offeredPort: null },
  ],
  LISTEN_FAILED: ['PORT_FORBIDDEN', 'ADDRESS_UNKNOWN', 'LISTEN_FAILED'].map((code) => ({ code, port: 80 })),
  NOT_RECHECKABLE: [{ scanId: 's' }],
  LOCKED: [{ isKiosk: false }, { isKiosk: true }],
  WRONG_PIN: [
    { typed: 'pin', triesLeft: 1, retryAfterSeconds: 0 },
    { typed: 'app_secret', triesLeft: 0, retryAfterSeconds: 30 },
  ],
  PIN_MISSING: [{}],
  TOO_SOON: [{ retryAfterSeconds: 2.2 }],
};

const cases = Object.entries(answers).flatMap(([code, list]) => list.map((data) => [code, data] as const));
const unfinished = /\{\{|errors[:.]|reasons[:.]|undefined|\[object/;

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const t = createText(language).t as Text;

  it.each(cases)('%s %j has a title and a remedy', (code, data) => {
    const known = errors[code as keyof typeof errors];
    expect(known.data.safeParse(data).success).toBe(true);
    const description = describeError(t, new ORPCError(code, { status: known.status, data, defined: true }));
    expect(description.title).not.toBe(t('errors:hostFailed.title'));
    for (const wording of [description.title, description.remedy]) {
      expect(wording).not.toBe('');
      expect(wording).not.toMatch(unfinished);
    }
  });

  it('names the IP to whitelist, in the remedy and as a fact to copy', () => {
    const [data] = answers.WECHAT_REFUSED;
    const { remedy, facts } = describeError(t, new ORPCError('WECHAT_REFUSED', { data }));
    expect(remedy).toContain('203.0.113.7');
    expect(facts.map(({ value }) => value)).toEqual(['40164', '203.0.113.7', 'r-1', '/cgi-bin/token']);
  });

  it('rounds the wait up to whole seconds', () => {
    const { remedy } = describeError(t, new ORPCError('TOO_SOON', { data: { retryAfterSeconds: 2.2 } }));
    expect(remedy).toContain('3');
  });

  it.each([
    ['a dead connection', new TypeError('Failed to fetch'), 'hostUnreachable'],
    ['something that is no error', 'oops', 'hostUnreachable'],
    ['a failure inside the host', new ORPCError('INTERNAL_SERVER_ERROR'), 'hostFailed'],
    ['a refused input', new ORPCError('BAD_REQUEST'), 'BAD_REQUEST'],
    ['a lost session', new ORPCError('UNAUTHORIZED'), 'UNAUTHORIZED'],
    ['a contract error without its data', new ORPCError('NOT_FOUND'), 'hostFailed'],
  ] as const)('describes %s', (_, error, key) => {
    expect(describeError(t, error)).toMatchObject({
      title: t(`errors:${key}.title`),
      remedy: t(`errors:${key}.remedy`),
    });
  });

  it('repeats no message, which could hold a secret', () => {
    const error = new ORPCError('INTERNAL_SERVER_ERROR', { message: 'secret=0123456789abcdef' });
    expect(JSON.stringify(describeError(t, error))).not.toContain('0123456789abcdef');
  });

  it.each(Reason.options)('%s says what happened, who acts and what to do', (reason) => {
    const description = describeReason(t, reason, 40164);
    for (const wording of [description.title, description.remedy, description.actor]) {
      expect(wording).not.toBe('');
      expect(wording).not.toMatch(unfinished);
    }
    expect(description.errcode).toMatchObject({ code: 40164, meaning: expect.any(String) });
  });

  it('lets the code tell which of several mishaps a reason stands for', () => {
    const frozen = describeReason(t, 'credentials', 40243);
    expect(frozen.title).not.toBe(describeReason(t, 'credentials', 40125).title);
    expect(frozen).toMatchObject({ remedy: describeErrcode(t, 40243).remedy });
    expect(describeReason(t, 'credentials', null).title).toBe(t('reasons:credentials.title'));
    expect(describeReason(t, 'quota', 45009).title).toBe(t('reasons:quota.title'));
  });

  it('gives each reason a title of its own', () => {
    expect(new Set(Reason.options.map((reason) => t(`reasons:${reason}.title`))).size).toBe(
      Reason.options.length,
    );
  });

  it('reads the error-code catalogue in this language, and admits what it lacks', () => {
    expect(/\p{Script=Han}/u.test(describeErrcode(t, 45009).meaning ?? '')).toBe(language === 'zh-CN');
    expect(describeErrcode(t, 987_654)).toEqual({ code: 987_654, meaning: null, remedy: null });
  });
});
