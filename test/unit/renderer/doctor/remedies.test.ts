/** Each finding offers what really mends it from here, and nothing where nothing can be mended. */
import { describe, expect, it, test } from 'vitest';
import { remediesOf } from '#renderer/doctor/checks/remedies.ts';
import { filterCodes } from '#renderer/doctor/explain/filter-codes.ts';
import { fileTime } from '#renderer/text/format.ts';
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { allErrorCodes } from '#shared/model/error-codes.ts';
import { account } from '../inspector/bundle-sources.ts';

const classic: Account = { ...account, tokenMode: 'classic' };

function finding(changes: Partial<Finding>): Finding {
  return {
    check: 'token',
    state: 'failed',
    actor: 'operator',
    errcode: null,
    cause: null,
    facts: {},
    ...changes,
  };
}
/** What each remedy is, or where it leads. */
const offered = (changes: Partial<Finding>, of = classic) =>
  remediesOf(finding(changes), of).map((remedy) => ('hash' in remedy ? remedy.hash : remedy.kind));

describe('remedies', () => {
  it.each([
    ['a token that others take', { cause: 'token_taken' }, ['stable']],
    [
      'an IP not on the list',
      { check: 'whitelist', actor: 'admin', facts: { ip: '203.0.113.7' } },
      ['copyIp', '#/accounts/a1/setup/whitelist'],
    ],
    ['an IP that awaits its administrator', { check: 'whitelist' }, ['#/accounts/a1/setup/whitelist']],
    [
      'a missing secret',
      { check: 'credentials', cause: 'secret_missing' },
      ['#/accounts/a1/setup/credentials'],
    ],
    ['a public URL', { check: 'public_url', cause: 'not_https' }, ['#/accounts/a1/setup/address']],
    ['a proof of domain', { check: 'verification_file' }, ['#/accounts/a1/setup/verification']],
    ['a taken port', { check: 'callback', cause: 'port_in_use' }, ['#/settings/callback']],
    ['a proxy that is in the way', { check: 'api_reachable', cause: 'proxy' }, ['#/settings/network']],
    ['a token service that refuses', { cause: 'service_refused' }, ['#/accounts']],
    ['a busy WeChat', { check: 'user_info', actor: 'wechat' }, []],
    ['a wrong clock', { check: 'clock' }, []],
  ] as [string, Partial<Finding>, string[]][])('%s', (_case, changes, wanted) => {
    expect(offered(changes)).toEqual(wanted);
  });

  it('offers nothing for what passed, and no switch that was made already', () => {
    expect(offered({ state: 'ok', cause: 'token_taken' })).toEqual([]);
    expect(offered({ state: 'skipped', check: 'whitelist' })).toEqual([]);
    expect(offered({ cause: 'token_taken' }, { ...classic, tokenMode: 'stable' })).toEqual([]);
  });

  it('sends nobody to the setup guide of the sandbox', () => {
    const facts = { ip: '203.0.113.7' };
    const sandbox = { ...classic, sandbox: true };
    expect(offered({ check: 'whitelist', facts }, sandbox)).toEqual(['copyIp', '#/accounts']);
  });
});

describe('the list of codes', () => {
  const found = (typed: string, family: Parameters<typeof filterCodes>[2] = 'all') =>
    filterCodes(allErrorCodes(), typed, family).map(({ code }) => code);

  it('is found by number, by word in either language, and by several words', () => {
    expect(found('4016')).toContain(40164);
    expect(found('4016').every((code) => String(code).startsWith('4016'))).toBe(true);
    expect(found('白名单')).toContain(40164);
    expect(found('WHITELIST')).toContain(61004);
    expect(found('ip whitelist')).toContain(61004);
    expect(found('whitelist 61004')).toEqual([61004]);
    expect(found('-1')).toContain(-1);
    expect(found('nothing of the kind')).toEqual([]);
  });

  it('keeps the two families apart', () => {
    expect(found('', 'authorize_page')).toContain(10003);
    expect(found('', 'authorize_page')).not.toContain(40164);
    expect(found('', 'api').length + found('', 'authorize_page').length).toBe(found('').length);
  });
});

test('a file is named by a time that every file system takes', () => {
  expect(fileTime(new Date(2026, 2, 1, 9, 5))).toBe('2026-03-01 09.05');
});
