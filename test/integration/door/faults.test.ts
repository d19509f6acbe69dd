/** What WeChat can do wrong, and what the visitor and the operator are told. Never a guess, never an error page. */
import { expect, test } from 'vitest';
import type { Simulator } from '#simulator/platform.ts';
import { openDoor } from '../../support/door.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const USER_INFO = '/cgi-bin/user/info';
const EXCHANGE = '/sns/oauth2/access_token';

const table: [name: string, (wechat: Simulator) => void, expected: object][] = [
  [
    'IP not whitelisted',
    ({ faults }) => faults.on('ipNotAllowed'),
    { reason: 'ip_not_allowed', errcode: 40164 },
  ],
  [
    'frozen secret',
    ({ faults }) => faults.on('wrongSecretFrozen'),
    { reason: 'credentials', errcode: 40243 },
  ],
  ['quota used up', ({ faults }) => faults.on('quota'), { reason: 'quota', errcode: 45009 }],
  [
    'missing subscribe',
    ({ faults }) => faults.on('missingSubscribe'),
    { reason: 'no_subscribe', errcode: null },
  ],
  [
    'HTML instead of JSON',
    ({ faults }) => faults.on('garbage', { paths: [USER_INFO] }),
    { reason: 'bad_reply', errcode: null },
  ],
  [
    'HTML instead of JSON at the exchange',
    ({ faults }) => faults.on('garbage', { paths: [EXCHANGE] }),
    { reason: 'bad_reply', errcode: null },
  ],
  [
    'expired code',
    ({ faults }) => faults.answer({ path: EXCHANGE, errcode: 42003 }),
    { reason: 'code_expired', errcode: 42003 },
  ],
  [
    'reused code',
    ({ faults }) => faults.answer({ path: EXCHANGE, errcode: 40163 }),
    { reason: 'code_reused', errcode: 40163 },
  ],
  [
    'foreign code',
    ({ faults }) => faults.answer({ path: EXCHANGE, errcode: 40029 }),
    { reason: 'code_invalid', errcode: 40029 },
  ],
  [
    'no permission',
    ({ faults }) => faults.answer({ path: USER_INFO, errcode: 48001 }),
    { reason: 'permission', errcode: 48001 },
  ],
  [
    'a token that no fresh fetch heals',
    ({ faults }) => faults.answer({ path: USER_INFO, errcode: 40001 }),
    { reason: 'token', errcode: 40001 },
  ],
  [
    'a code nobody has described',
    ({ faults }) => faults.answer({ path: USER_INFO, errcode: 99887 }),
    { reason: 'platform_error', errcode: 99887 },
  ],
];

test.each(table)('%s: unknown, with its reason', async (_name, fault, expected) => {
  const door = await openDoor();
  fault(door.wechat);
  expect(await door.scan('follower')).toMatchObject({ verdict: 'unknown', ...expected });
});

test('a wrong AppSecret is told as such', async () => {
  const door = await openDoor(temporaryFolder(), 'not the secret at all');
  expect(await door.scan('follower')).toMatchObject({ verdict: 'unknown', reason: 'credentials' });
  await expect(door.app.tokens.refresh(door.entry.accountId)).rejects.toMatchObject({
    name: 'WeChatRefused',
  });
});

test('the IP to whitelist is taken from WeChat’s own words', async () => {
  const door = await openDoor();
  door.wechat.faults.on('ipNotAllowed');
  await expect(door.app.tokens.refresh(door.entry.accountId)).rejects.toMatchObject({
    errcode: 40164,
    ip: '203.0.113.7',
  });
  await door.scan('follower');
  expect(door.app.scans.list({ limit: 1 }).items).toMatchObject([
    { reason: 'ip_not_allowed', errcode: 40164, ip: '203.0.113.7' },
  ]);
});

test('a token that died early heals once, unseen by the visitor', async () => {
  const door = await openDoor();
  await door.scan('follower');
  door.wechat.faults.on('tokenStorm', { times: 1 });
  expect(await door.scan('stranger')).toMatchObject({ verdict: 'not_followed' });
});

test('raw control characters in a reply do not cost the verdict', async () => {
  const door = await openDoor();
  door.wechat.faults.on('controlCharacters');
  expect(await door.scan('follower')).toMatchObject({ verdict: 'followed' });
});

test('when the network returns, the scan resolves by itself and the feed says so', async () => {
  const door = await openDoor();
  door.wechat.faults.on('reset', { paths: [USER_INFO] });
  const away = await door.scan('follower');
  expect(away).toMatchObject({ verdict: 'unknown', reason: 'network', pending: true });
  const feed = door.app.scans.changes(undefined, AbortSignal.timeout(20_000));
  door.wechat.faults.off();
  expect((await feed.next()).value).toMatchObject({ verdict: 'followed', visits: 1 });
  expect(await door.result(away.key)).toMatchObject({ verdict: 'followed', pending: false });
});

test('the exchange is tried again while the code lives', async () => {
  const door = await openDoor();
  door.wechat.faults.on('reset', { paths: [EXCHANGE] });
  const away = await door.scan('stranger');
  expect(away).toMatchObject({ verdict: 'unknown', reason: 'network', pending: true, canRecheck: false });
  const feed = door.app.scans.changes(undefined, AbortSignal.timeout(20_000));
  door.wechat.faults.off();
  let change = (await feed.next()).value;
  if (change?.verdict === 'unknown') change = (await feed.next()).value;
  expect(change).toMatchObject({ verdict: 'not_followed' });
});
