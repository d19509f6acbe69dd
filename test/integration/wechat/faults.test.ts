/** What the client makes of everything that the simulator can do wrong. */
import { expect, it } from 'vitest';
import { openScanningClient } from './scanning-client.ts';

const EXCHANGE = '/sns/oauth2/access_token';
const INFO = '/cgi-bin/user/info';
const FOLLOWED = { verdict: 'followed', reason: null };

type Open = Awaited<ReturnType<typeof openScanningClient>>;

it.each<[string, (faults: Open['simulator']['faults']) => void]>([
  ['the token dies', (faults) => faults.on('tokenStorm')],
  ['one call is told that its token is dead', (faults) => faults.on('tokenStorm', { times: 1 })],
  ['WeChat is busy twice', (faults) => faults.on('busy', { times: 2, paths: [INFO] })],
  ['the exchange is busy twice', (faults) => faults.on('busy', { times: 2, paths: [EXCHANGE] })],
  ['a gateway fails once', (faults) => faults.on('httpStatus', { times: 1, paths: [INFO] })],
  ['a connection breaks', (faults) => faults.on('reset', { times: 1 })],
  ['the remark holds a control character', (faults) => faults.on('controlCharacters')],
])('heals when %s', async (_case, fault) => {
  const { simulator, client, credentials, scan } = await openScanningClient();
  await client.tokens.get(credentials);
  fault(simulator.faults);
  expect(await scan('follower')).toEqual(FOLLOWED);
});

it.each<[string, (faults: Open['simulator']['faults']) => void, object]>([
  [
    'the IP is not allowed',
    (faults) => faults.on('ipNotAllowed'),
    { reason: 'ip_not_allowed', errcode: 40164 },
  ],
  [
    'the secret is frozen',
    (faults) => faults.on('wrongSecretFrozen'),
    { reason: 'credentials', errcode: 40243 },
  ],
  ['the quota is used up', (faults) => faults.on('quota'), { reason: 'quota', errcode: 45009 }],
  [
    'every token is dead',
    (faults) => faults.on('tokenStorm', { times: 99 }),
    { reason: 'token', errcode: 40001 },
  ],
  ['WeChat stays busy', (faults) => faults.on('busy'), { reason: 'platform_busy', errcode: -1 }],
  ['a gateway stays broken', (faults) => faults.on('httpStatus'), { reason: 'platform_busy', errcode: null }],
  ['somebody answers with a page', (faults) => faults.on('garbage'), { reason: 'bad_reply', errcode: null }],
  ['connections break', (faults) => faults.on('reset'), { reason: 'network', errcode: null }],
  ['subscribe is missing', (faults) => faults.on('missingSubscribe'), { reason: 'no_subscribe' }],
  [
    'the answer to the exchange is lost',
    (faults) => faults.on('lostAnswer', { times: 1, paths: [EXCHANGE] }),
    { reason: 'code_reused', errcode: 40163 },
  ],
  [
    'the exchange answers too late',
    (faults) => faults.on('slow', { value: 3_000, times: 1, paths: [EXCHANGE] }),
    { reason: 'code_reused', errcode: 40163 },
  ],
])('does not guess when %s', async (_case, fault, failure) => {
  const { simulator, scan } = await openScanningClient({ callLimit: 1_000 });
  fault(simulator.faults);
  expect(await scan('follower')).toMatchObject({ verdict: 'unknown', ...failure });
  simulator.faults.off();
});
