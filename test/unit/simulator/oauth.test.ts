/** Codes and user-level tokens, on a clock of our own. */
import { beforeEach, expect, test } from 'vitest';
import { createApps } from '#simulator/apps.ts';
import { createOAuth, type Grant, type OAuth } from '#simulator/oauth.ts';
import { createPopulation, type People, type PersonKind } from '#simulator/people.ts';

const one = { appId: 'wx0000000000000001', appSecret: 'a'.repeat(32), name: '甲' };
const two = { appId: 'wx0000000000000002', appSecret: 'b'.repeat(32), name: '乙', unionBound: false };
let now = 0;
let oauth: OAuth;
let people: People;

beforeEach(() => {
  now = 1_790_000_000_000;
  oauth = createOAuth(() => now);
  ({ people } = createPopulation({ apps: createApps([one, two]), seed: 's', clock: () => now }));
});

function grant(kind: PersonKind, scope: Grant['scope'] = 'snsapi_base', appId?: string): Grant {
  const person = people.find(kind, appId);
  if (person === undefined) throw new Error(`no ${kind}`);
  return { person, scope };
}

function read(answer: object): Record<string, unknown> {
  return { ...answer };
}

test('a code works once', () => {
  const code = oauth.mint(grant('follower'));
  expect(code).toMatch(/^[0-9a-zA-Z]{32}$/);
  const answer = read(oauth.exchange(one, code));
  expect(answer).toEqual({
    access_token: expect.any(String),
    expires_in: 7200,
    refresh_token: expect.any(String),
    openid: people.find('follower')?.openid,
    scope: 'snsapi_base',
  });
  expect(oauth.exchange(one, code)).toMatchObject({ errcode: 40163 });
});

test('a code lives five minutes', () => {
  const [early, late] = [oauth.mint(grant('follower')), oauth.mint(grant('follower'))];
  now += 300_000 - 1;
  expect(oauth.exchange(one, early)).toHaveProperty('openid');
  now += 1;
  expect(oauth.exchange(one, late)).toMatchObject({ errcode: 42003 });
});

test('a code of another account, or of nobody, is invalid and stays unspent', () => {
  const code = oauth.mint(grant('follower'));
  expect(oauth.exchange(two, code)).toMatchObject({ errcode: 40029 });
  expect(oauth.exchange(one, 'made-up')).toMatchObject({ errcode: 40029 });
  expect(oauth.exchange(one, code)).toHaveProperty('openid');
});

test('unionid needs snsapi_userinfo and a bound account; the snapshot flag needs a snapshot', () => {
  const exchange = (app: typeof one, given: Grant) => oauth.exchange(app, oauth.mint(given));
  expect(exchange(one, grant('stranger', 'snsapi_userinfo'))).toHaveProperty('unionid');
  expect(exchange(one, grant('stranger', 'snsapi_userinfo'))).not.toHaveProperty('is_snapshotuser');
  expect(exchange(two, grant('stranger', 'snsapi_userinfo', two.appId))).not.toHaveProperty('unionid');
  expect(exchange(one, grant('snapshot'))).toMatchObject({ is_snapshotuser: 1 });
});

test('a user-level token speaks for its own openid for two hours', () => {
  const { access_token: token, openid } = read(oauth.exchange(one, oauth.mint(grant('follower'))));
  const check = (value: unknown, who: unknown) => read(oauth.check(value as string, who as string)).errcode;
  expect(check(token, openid)).toBeUndefined();
  expect(check(token, people.find('stranger')?.openid)).toBe(40003);
  expect(check(token, '')).toBe(41009);
  expect(check('', openid)).toBe(41001);
  expect(check('made-up', openid)).toBe(40001);
  expect(check('made up', openid)).toBe(40014);
  now += 7_200_000;
  expect(check(token, openid)).toBe(42001);
});

test('a refresh token buys another for thirty days', () => {
  const first = read(oauth.exchange(one, oauth.mint(grant('follower'))));
  const token = first.refresh_token as string;
  const second = read(oauth.refresh(one.appId, token));
  expect(second).toMatchObject({ refresh_token: token, openid: first.openid, scope: 'snsapi_base' });
  expect(second.access_token).not.toBe(first.access_token);
  expect(oauth.refresh(two.appId, token)).toMatchObject({ errcode: 40030 });
  now += 30 * 86_400_000;
  expect(oauth.refresh(one.appId, token)).toMatchObject({ errcode: 42002 });
});
