/** Every failure of the core leaves under its contract name, with the contract's status and checked facts. */
import { ORPCError } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import * as core from '#core/errors.ts';
import { toContractError } from '#server/router/errors.ts';
import { errors } from '#shared/contract/errors.ts';

const named: [Error, keyof typeof errors, object][] = [
  [new core.NotFound('entry', 'e1'), 'NOT_FOUND', { kind: 'entry', id: 'e1' }],
  [new core.SecretMissing('a1', 'unreadable'), 'SECRET_MISSING', { accountId: 'a1', state: 'unreadable' }],
  [new core.VaultUnavailable('key-file'), 'VAULT_UNAVAILABLE', { backend: 'key-file' }],
  [
    new core.WeChatRefused({ errcode: 40164, rid: 'r', endpoint: '/cgi-bin/token', ip: '203.0.113.7' }),
    'WECHAT_REFUSED',
    { errcode: 40164, rid: 'r', endpoint: '/cgi-bin/token', ip: '203.0.113.7' },
  ],
  [
    new core.WeChatUnreachable('/cgi-bin/token', 'timeout', 'after 5 s'),
    'WECHAT_UNREACHABLE',
    { endpoint: '/cgi-bin/token', cause: 'timeout' },
  ],
  [new core.StorageFailed('full', new Error('ENOSPC')), 'STORAGE_FAILED', { cause: 'full' }],
  [new core.PortInUse(80, 8081), 'PORT_IN_USE', { port: 80, offeredPort: 8081 }],
  [new core.ListenFailed('ADDRESS_UNKNOWN', 80), 'LISTEN_FAILED', { code: 'ADDRESS_UNKNOWN', port: 80 }],
  [new core.NotRecheckable('s1'), 'NOT_RECHECKABLE', { scanId: 's1' }],
  [
    new core.VaultUndecided('weak', 'basic_text'),
    'VAULT_UNDECIDED',
    { state: 'weak', backend: 'basic_text' },
  ],
  [new core.ImportRefused('wrong_password'), 'IMPORT_REFUSED', { cause: 'wrong_password' }],
  [new core.WrongTokenMode('a1', 'classic'), 'WRONG_TOKEN_MODE', { accountId: 'a1', tokenMode: 'classic' }],
  [
    new core.TokenServiceFailed('http_status', 503),
    'TOKEN_SERVICE_FAILED',
    { cause: 'http_status', status: 503 },
  ],
  [new core.Locked(true), 'LOCKED', { isKiosk: true }],
  [
    new core.WrongPin('pin', { triesLeft: 0, retryAfterSeconds: 30 }),
    'WRONG_PIN',
    { typed: 'pin', triesLeft: 0, retryAfterSeconds: 30 },
  ],
  [new core.PinMissing(), 'PIN_MISSING', {}],
  [new core.TooSoon(3), 'TOO_SOON', { retryAfterSeconds: 3 }],
];

test.each(named)('%s becomes %s', (failure, code, data) => {
  const { error, known } = toContractError(failure);
  const { status, message, data: facts } = errors[code];
  expect(error.toJSON()).toEqual({ defined: true, code, status, message, data });
  expect(facts.parse(error.data)).toEqual(data);
  expect(known).toBe(true);
});

test('the table above forgets no class of the core', () => {
  const listed = named.map(([failure]) => failure.name);
  expect([...listed, 'BadCursor', 'DatabaseDamaged', 'FolderInUse'].sort()).toEqual(Object.keys(core).sort());
});

test('a cursor of no page is an invalid request', () => {
  const { error, known } = toContractError(new core.BadCursor());
  expect(error).toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path: ['cursor'] }] } });
  expect(known).toBe(true);
});

describe('what has no name', () => {
  const planted = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';
  test.each<[string, unknown]>([
    ['an error', new Error(planted)],
    ['a text', planted],
    ['an error of the library', new ORPCError('TEAPOT', { message: planted, data: planted })],
    ['a failed check of our own answer', new ORPCError('INTERNAL_SERVER_ERROR', { cause: planted })],
    ['a failure to start', new core.FolderInUse(planted)],
  ])('%s leaves without a word', (_what, failure) => {
    const { error, known } = toContractError(failure);
    expect(error.toJSON()).toEqual({
      defined: false,
      code: 'INTERNAL_SERVER_ERROR',
      status: 500,
      message: 'Internal server error',
      data: {},
    });
    expect(error.cause).toBeUndefined();
    expect(known).toBe(false);
  });
});

test('an invalid input is told by place, not by value', () => {
  const issues = [{ message: 'Too short', path: ['appSecret'], input: 'hunter2' }];
  const { error, known } = toContractError(new ORPCError('BAD_REQUEST', { data: { issues } }));
  expect(error.data).toEqual({ issues: [{ path: ['appSecret'], message: 'Too short' }] });
  expect(known).toBe(true);
});
