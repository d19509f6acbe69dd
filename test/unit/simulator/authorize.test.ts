/** The authorize link, read as WeChat reads it. */
import { describe, expect, test } from 'vitest';
import { createApps } from '#simulator/apps.ts';
import { callbackUrl, isAllowedRedirect, readAuthorizeLink } from '#simulator/authorize.ts';

const app = {
  appId: 'wx0000000000000001',
  appSecret: 'a'.repeat(32),
  name: '甲',
  redirectDomains: ['desk.example'],
};
const apps = createApps([app]);
const good = {
  appid: app.appId,
  redirect_uri: encodeURIComponent('https://desk.example/callback?a=1'),
  response_type: 'code',
  scope: 'snsapi_base',
  state: 'a1B2',
};

function read(changes: Record<string, string | undefined> = {}, tail = '') {
  const pairs = Object.entries({ ...good, ...changes }).filter(([, value]) => value !== undefined);
  return readAuthorizeLink(pairs.map(([name, value]) => `${name}=${value}`).join('&') + tail, apps);
}

test('a link in order is read', () => {
  expect(read()).toEqual({
    app,
    redirectUri: 'https://desk.example/callback?a=1',
    scope: 'snsapi_base',
    state: 'a1B2',
    as: undefined,
  });
  expect(read({ state: undefined })).toMatchObject({ state: undefined });
  expect(read({}, '&as=new&forcePopup=true')).toMatchObject({ as: 'new' });
  expect(read({ state: 'x'.repeat(128) })).toMatchObject({ state: 'x'.repeat(128) });
});

describe('page errors', () => {
  test.each([
    [10012, { appid: undefined }],
    [10012, { appid: '' }],
    [10016, { appid: 'wx0000000000000009' }],
    [10011, { redirect_uri: undefined }],
    [10011, { redirect_uri: '' }],
    [10010, { scope: undefined }],
    [10005, { scope: 'snsapi_login' }],
    [10013, { state: '' }],
    [10003, { redirect_uri: encodeURIComponent('https://other.example/callback') }],
    [10003, { redirect_uri: encodeURIComponent('desk.example/callback') }],
    [10003, { redirect_uri: encodeURIComponent('ftp://desk.example/') }],
    [undefined, { response_type: 'token' }],
    [undefined, { state: 'a-b' }],
    [undefined, { state: 'x'.repeat(129) }],
    [undefined, { redirect_uri: '%' }],
    // Not encoded, its own query falls apart among the link's parameters.
    [undefined, { redirect_uri: 'https://desk.example/?a=1&b=2' }],
  ])('%s for %j', (code, changes) => {
    expect(read(changes)).toMatchObject({ code, message: expect.stringMatching(/./) });
    expect(read(changes)).not.toHaveProperty('redirectUri');
  });

  test.each([
    ['scope before response_type', ['appid', 'redirect_uri', 'scope', 'response_type', 'state']],
    ['redirect_uri first', ['redirect_uri', 'appid', 'response_type', 'scope', 'state']],
    ['state early', ['state', 'appid', 'redirect_uri', 'response_type', 'scope']],
    ['a parameter twice', ['appid', 'redirect_uri', 'response_type', 'scope', 'state', 'appid']],
  ] as const)('wrong order: %s', (_, names) => {
    const link = readAuthorizeLink(names.map((name) => `${name}=${good[name]}`).join('&'), apps);
    expect(link).toMatchObject({ code: undefined, hint: expect.stringContaining('appid, redirect_uri') });
  });

  test('something of one’s own before the parameters is wrong order too', () => {
    expect(readAuthorizeLink(`as=new&${new URLSearchParams(good)}`, apps)).not.toHaveProperty('redirectUri');
  });
});

test('redirect domains are compared as written', () => {
  expect(isAllowedRedirect('http://127.0.0.1:8080/callback', undefined)).toBe(true);
  expect(isAllowedRedirect('https://desk.example', ['desk.example'])).toBe(true);
  expect(isAllowedRedirect('https://desk.example:443/', ['desk.example'])).toBe(false);
  expect(isAllowedRedirect('https://desk.example:8443/', ['desk.example'])).toBe(false);
  expect(isAllowedRedirect('http://desk.example:8443/', ['desk.example:8443'])).toBe(true);
  expect(isAllowedRedirect('https://www.desk.example/', ['desk.example'])).toBe(false);
  expect(isAllowedRedirect('https://desk.example/dir/x', ['desk.example/dir'])).toBe(true);
  expect(isAllowedRedirect('https://desk.example/directory', ['desk.example/dir'])).toBe(false);
  expect(isAllowedRedirect('https://desk.example@evil.example/', ['desk.example'])).toBe(false);
});

test.each([
  ['https://h/p', 'https://h/p?code=c&state=s'],
  ['https://h/p?a=1', 'https://h/p?a=1&code=c&state=s'],
  ['https://h/p?', 'https://h/p?code=c&state=s'],
  ['https://h/p#/x', 'https://h/p?code=c&state=s#/x'],
  ['https://h/p?q=中\r\nx', 'https://h/p?q=%E4%B8%AD%0D%0Ax&code=c&state=s'],
])('the callback of %j', (redirectUri, expected) => {
  expect(callbackUrl(redirectUri, { code: 'c', state: 's' })).toBe(expected);
});

test('who declines comes back with the state alone', () => {
  expect(callbackUrl('https://h/p', { state: 's' })).toBe('https://h/p?state=s');
});
