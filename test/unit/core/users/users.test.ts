/** Everybody asked about gets a line of their own, in the order asked, whatever happens to the others. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { createUsers } from '#core/users/users.ts';
import type { LookupResult } from '#shared/model/user.ts';
import { openRealWeChat, type RealWeChat } from './real-wechat.ts';

const BATCH = '/cgi-bin/user/info/batchget';
const SINGLE = '/cgi-bin/user/info';

async function open(): Promise<RealWeChat & { lookup(openids: string[]): Promise<LookupResult[]> }> {
  const wechat = await openRealWeChat();
  const users = createUsers(wechat);
  return { ...wechat, lookup: (openids) => users.lookup('acc', openids) };
}

/** `follower` or `stranger`, who exist from the start. */
function openidOf({ simulator }: RealWeChat, kind: 'follower' | 'stranger'): string {
  return simulator.people.find(kind)?.openid ?? '';
}

test('results come in the order asked, duplicates and blanks around them included', async () => {
  const wechat = await open();
  const follower = openidOf(wechat, 'follower');
  const stranger = openidOf(wechat, 'stranger');
  const results = await wechat.lookup([stranger, ` ${follower}\t`, stranger, follower]);
  expect(results.map(({ openid, verdict }) => [openid, verdict])).toEqual([
    [stranger, 'not_followed'],
    [follower, 'followed'],
    [stranger, 'not_followed'],
    [follower, 'followed'],
  ]);
  expect(results[1]?.user?.subscribeTime).toMatch(/^2024-06-10T/);
  expect(wechat.simulator.calls.count(BATCH)).toBe(1);
});

test('bad openids cost themselves only: those WeChat refuses, and those it need not be asked about', async () => {
  const wechat = await open();
  const follower = openidOf(wechat, 'follower');
  const foreign = 'oNotOfThisAccount0000000000x';
  const results = await wechat.lookup(['两个字', foreign, follower, 'a b', '', 'x'.repeat(129)]);
  expect(results.map(({ verdict, reason, errcode }) => [verdict, reason, errcode])).toEqual([
    ['unknown', 'openid_rejected', null],
    ['unknown', 'openid_rejected', 40003],
    ['followed', null, null],
    ['unknown', 'openid_rejected', null],
    ['unknown', 'openid_rejected', null],
    ['unknown', 'openid_rejected', null],
  ]);
  expect(results[1]?.user).toBeNull();
});

test('250 people are three batches', async () => {
  const wechat = await open();
  const openids = wechat.simulator.people.addMany(250, { followEvery: 2 });
  const results = await wechat.lookup(openids);
  expect(results.map(({ openid }) => openid)).toEqual(openids);
  expect(results.filter(({ verdict }) => verdict === 'followed')).toHaveLength(125);
  expect(wechat.simulator.calls.count(BATCH)).toBe(3);
  expect(wechat.simulator.calls.count(SINGLE)).toBe(0);
});

test('a reply without subscribe is unknown, with what was said', async () => {
  const wechat = await open();
  wechat.simulator.faults.on('missingSubscribe');
  const [result] = await wechat.lookup([openidOf(wechat, 'follower')]);
  expect(result).toMatchObject({ verdict: 'unknown', reason: 'no_subscribe', errcode: null });
  expect(result?.user?.subscribe).toBeNull();
});

test.each([
  ['ipNotAllowed', 'ip_not_allowed', 40164],
  ['wrongSecretFrozen', 'credentials', 40243],
  ['quota', 'quota', 45009],
  ['garbage', 'bad_reply', null],
] as const)('%s is everybody’s reason, and nothing is thrown', async (fault, reason, errcode) => {
  const wechat = await open();
  wechat.simulator.faults.on(fault);
  const openids = [openidOf(wechat, 'follower'), openidOf(wechat, 'stranger')];
  const unknown = { verdict: 'unknown', reason, errcode, user: null };
  expect(await wechat.lookup(openids)).toEqual(openids.map((openid) => ({ openid, ...unknown })));
});

test('without a secret everybody is unknown; an account that does not exist is thrown', async () => {
  const wechat = await open();
  wechat.secret.value = null;
  expect(await wechat.lookup(['oA'])).toMatchObject([{ verdict: 'unknown', reason: 'credentials' }]);
  await expect(createUsers(wechat).lookup('nobody', ['oA'])).rejects.toBeInstanceOf(NotFound);
  await expect(createUsers(wechat).lookup('nobody', [''])).rejects.toBeInstanceOf(NotFound);
});

test('nobody is asked about twice', async () => {
  const { accounts, client } = await open();
  const asked: string[][] = [];
  const users = createUsers({
    accounts,
    client: {
      lookupMany(credentials, openids) {
        asked.push([...openids]);
        return client.lookupMany(credentials, openids);
      },
    },
  });
  expect(await users.lookup('acc', ['oB', 'oA', ' oB', 'oA'])).toHaveLength(4);
  expect(asked).toEqual([['oB', 'oA']]);
});

test('nobody asked about is nothing asked', async () => {
  const wechat = await open();
  expect(await wechat.lookup([])).toEqual([]);
  expect(wechat.simulator.calls.count()).toBe(0);
});
