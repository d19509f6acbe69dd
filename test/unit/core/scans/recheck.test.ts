import { expect, test } from 'vitest';
import { WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import { createRecheck } from '#core/scans/recheck.ts';
import { parseUser } from '#core/wechat/user-info.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

function open(lookup: () => ReturnType<typeof parseUser>) {
  const { store, clock } = openScanDatabase();
  let asked = 0;
  const recheck = createRecheck({
    wechat: {
      async lookup() {
        asked += 1;
        return lookup();
      },
    },
    accounts: {
      credentials: () => ({
        accountId: 'a',
        appId: 'wx',
        appSecret: 's',
        apiBaseUrl: 'http://nowhere.invalid',
        tokenMode: 'stable',
      }),
    },
    store,
    clock,
  });
  return { store, clock, recheck, asked: () => asked };
}

const follows = () => parseUser({ subscribe: 1, openid: 'anna', subscribe_time: 1382694957 }, 'anna');
const away = () => {
  throw new WeChatUnreachable('/cgi-bin/user/info', 'timeout', '');
};

test('a new answer replaces the old verdict', async () => {
  const { store, recheck } = open(follows);
  const { id } = await store.insert(newScan({ verdict: 'not_followed', openid: 'anna' }));
  expect(await recheck(id)).toMatchObject({
    id,
    verdict: 'followed',
    subscribeTime: '2013-10-25T09:55:57.000Z',
  });
});

test('checks close together ask WeChat once', async () => {
  const { store, recheck, clock, asked } = open(follows);
  const { id } = await store.insert(newScan({ openid: 'anna' }));
  await Promise.all([recheck(id), recheck(id)]);
  clock.advance(1999);
  await recheck(id);
  expect(asked()).toBe(1);
  clock.advance(1);
  await recheck(id);
  expect(asked()).toBe(2);
});

test('a verdict is not taken back because WeChat is away', async () => {
  const { store, recheck } = open(away);
  const { id } = await store.insert(newScan({ verdict: 'not_followed', openid: 'anna' }));
  await expect(recheck(id)).rejects.toMatchObject({ name: 'WeChatUnreachable' });
  expect(store.byId(id)).toMatchObject({ verdict: 'not_followed', visits: 1, revision: 1 });
});

test('an unknown scan learns its newest reason', async () => {
  const { store, recheck } = open(() => {
    throw new WeChatRefused({ errcode: 48001, rid: null, endpoint: '/cgi-bin/user/info', ip: null });
  });
  const { id } = await store.insert(newScan({ verdict: 'unknown', reason: 'network', openid: 'anna' }));
  expect(await recheck(id)).toMatchObject({ verdict: 'unknown', reason: 'permission', errcode: 48001 });
});

test('without an openid, or a scan, there is nothing to ask', async () => {
  const { store, recheck } = open(follows);
  const { id } = await store.insert(newScan({ verdict: 'unknown', reason: 'denied', openid: null }));
  await expect(recheck(id)).rejects.toMatchObject({ name: 'NotRecheckable' });
  await expect(recheck('999')).rejects.toMatchObject({ name: 'NotFound', kind: 'scan' });
});
