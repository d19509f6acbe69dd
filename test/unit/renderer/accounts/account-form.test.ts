/** Form ↔ contract: what is typed arrives as the host expects it, and a secret only when one was typed. */
import { describe, expect, test } from 'vitest';
import {
  type AccountDraft,
  doubtOf,
  draftOf,
  emptyDraft,
  inputOf,
  patchOf,
  problemOf,
  touchesCredentials,
} from '#renderer/accounts/account-form.ts';
import { completeUrl } from '#renderer/public-url/complete-url.ts';
import { type Account, AccountInput, AccountPatch } from '#shared/model/account.ts';

const SECRET = '0123456789abcdef0123456789abcdef';

const account: Account = {
  id: 'a1',
  name: '美术馆',
  appId: 'wx1234567890abcdef',
  hasSecret: true,
  secretHint: 'cdef',
  secretState: 'ok',
  secretVolatile: false,
  kind: 'service',
  publicUrl: 'https://door.example.com',
  apiBaseUrl: 'https://api.weixin.qq.com',
  authorizeBaseUrl: 'https://open.weixin.qq.com',
  tokenMode: 'stable',
  sharedToken: null,
  servesToken: false,
  sandbox: false,
  publicUrlWarnings: [],
};

function typed(changes: Partial<AccountDraft>): AccountDraft {
  return { ...emptyDraft(), appId: account.appId, appSecret: SECRET, ...changes };
}

describe('adding', () => {
  test('blanks around what was typed or pasted are dropped, and the contract takes the rest', () => {
    const input = inputOf(typed({ name: ' 美术馆 ', appId: ` ${account.appId}\n`, appSecret: `${SECRET} ` }));
    expect(input).toMatchObject({ name: '美术馆', appId: account.appId, appSecret: SECRET });
    expect(AccountInput.safeParse(input).success).toBe(true);
  });

  test('what is left empty becomes WeChat’s own, no public URL, and no name', () => {
    const input = inputOf(typed({}));
    expect(input).toEqual({
      appId: account.appId,
      appSecret: SECRET,
      publicUrl: null,
      apiBaseUrl: 'https://api.weixin.qq.com',
      authorizeBaseUrl: 'https://open.weixin.qq.com',
      tokenMode: 'stable',
      kind: null,
      sharedToken: null,
    });
    expect('name' in input).toBe(false);
  });
});

describe('changing', () => {
  test('a form that was only looked at changes nothing and carries no secret', () => {
    expect(draftOf(account).appSecret).toBe('');
    expect(patchOf(draftOf(account), account)).toEqual({});
  });

  test('only what differs is sent', () => {
    const patch = patchOf({ ...draftOf(account), name: '新馆', publicUrl: '' }, account);
    expect(patch).toEqual({ name: '新馆', publicUrl: null });
    expect(AccountPatch.safeParse(patch).success).toBe(true);
  });

  test('a new secret is sent, a slash at the end of a URL is no change, an emptied name is none either', () => {
    const draft = {
      ...draftOf(account),
      appSecret: SECRET,
      publicUrl: 'https://door.example.com/',
      name: ' ',
    };
    expect(patchOf(draft, account)).toEqual({ appSecret: SECRET });
  });

  test('a relay’s address shows, and choosing one of WeChat’s hosts takes it back', () => {
    const relayed = { ...account, apiBaseUrl: 'https://relay.example.com' };
    expect(draftOf(relayed)).toMatchObject({ apiHost: 'relay', apiBaseUrl: 'https://relay.example.com' });
    expect(patchOf(draftOf(relayed), relayed)).toEqual({});
    expect(patchOf({ ...draftOf(relayed), apiHost: 'recovery' }, relayed)).toEqual({
      apiBaseUrl: 'https://api2.weixin.qq.com',
    });
  });

  test('the kind is sent when it is said for the first time', () => {
    const unsaid = { ...account, kind: null };
    expect(patchOf({ ...draftOf(unsaid), kind: 'test' }, unsaid)).toEqual({ kind: 'test' });
  });

  test('WeChat is asked again only about what it is asked with', () => {
    expect(touchesCredentials({ appSecret: SECRET })).toBe(true);
    expect(touchesCredentials({ tokenMode: 'classic' })).toBe(true);
    expect(touchesCredentials({ sharedToken: null })).toBe(true);
    expect(touchesCredentials({ name: 'x', publicUrl: null, authorizeBaseUrl: 'https://x.example' })).toBe(
      false,
    );
  });
});

test.each([
  ['appId', '', true, 'required'],
  ['appId', ' wx12 ', true, null],
  ['appId', 'wx 1', true, 'malformed'],
  ['appSecret', '', false, null],
  ['appSecret', ' ', true, 'required'],
  ['name', 'x'.repeat(61), false, 'malformed'],
  ['publicUrl', '', false, null],
  ['publicUrl', 'door.example.com', false, null],
  ['publicUrl', 'http://192.168.1.5:8080', false, null],
  ['publicUrl', 'ftp://door.example.com', false, 'malformed'],
  ['publicUrl', 'door', false, 'malformed'],
  ['apiBaseUrl', 'https://', false, 'malformed'],
  ['apiBaseUrl', '', true, 'required'],
  ['serviceUrl', 'token.example.com/wechat', true, null],
  ['serviceUrl', 'ftp://token.example.com', true, 'malformed'],
  ['bearer', 'x'.repeat(513), false, 'malformed'],
  ['tokenPointer', 'data.token', false, 'malformed'],
  ['tokenPointer', '/data/a~1b', false, null],
  ['expiryPointer', '', false, null],
] as const)('%s typed as %j (required: %s) is %s', (field, value, required, problem) => {
  expect(problemOf(field, value, required)).toBe(problem);
});

test.each([
  ['appId', SECRET, 'appId_is_secret'],
  ['appId', 'wxshort', 'appId_unusual'],
  ['appId', account.appId, null],
  ['appId', '', null],
  ['appSecret', account.appId, 'secret_is_appId'],
  ['appSecret', SECRET.slice(1), 'secret_unusual'],
  ['appSecret', SECRET, null],
  ['apiBaseUrl', 'http://relay.example.com', 'not_encrypted'],
  ['apiBaseUrl', 'https://relay.example.com', null],
  ['serviceUrl', 'http://127.0.0.1:8080/token', null],
  ['publicUrl', 'http://door.example.com', null],
  ['name', 'anything', null],
] as const)('%s typed as %j raises the doubt %s', (field, value, doubt) => {
  expect(doubtOf(field, value)).toBe(doubt);
});

test.each([
  ['door.example.com', 'https://door.example.com'],
  [' door.example.com/x ', 'https://door.example.com/x'],
  ['192.168.1.5:8080', 'https://192.168.1.5:8080'],
  ['http://door.example.com', 'http://door.example.com'],
  ['localhost', 'localhost'],
  ['', ''],
] as const)('%j is completed to %j', (value, url) => {
  expect(completeUrl(value)).toBe(url);
});
