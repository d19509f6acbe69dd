/** Answers that break HTTP or JSON, as a client meets them: the call behind each of them was carried out. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

const exchange = '/sns/oauth2/access_token';

async function answerTo(fault: 'silent' | 'empty' | 'huge' | 'cutShort' | 'overlong') {
  const client = await openClient();
  const query = {
    appid: client.appId,
    secret: client.secret,
    code: await client.code('follower'),
    grant_type: 'authorization_code',
  };
  client.simulator.faults.on(fault, { times: 1 });
  const address = `${client.simulator.url}${exchange}?${new URLSearchParams(query)}`;
  const text = await fetch(address, { signal: AbortSignal.timeout(1500) })
    .then((response) => response.text())
    .catch((error: Error) => error);
  return { text, again: await client.get(exchange, query) };
}

test.each([
  ['silent', expect.objectContaining({ name: 'TimeoutError' })],
  ['empty', ''],
  ['cutShort', expect.objectContaining({ message: 'terminated' })],
  ['overlong', expect.stringMatching(/^\{"access_token":.*[^}]$/)],
] as const)('%s', async (fault, expected) => {
  const { text, again } = await answerTo(fault);
  expect(text).toEqual(expected);
  expect(again).toMatchObject({ errcode: 40163 });
});

test('huge', async () => {
  const { text } = await answerTo('huge');
  expect(String(text).length).toBeGreaterThan(16 * 1024 * 1024);
});

test('a script in every text about a person', async () => {
  const client = await openClient();
  client.simulator.faults.on('markup', { times: 1, paths: ['/cgi-bin/user/info'] });
  const query = { access_token: await client.token(), openid: client.openid('follower') };
  expect(await client.get('/cgi-bin/user/info', query)).toMatchObject({
    openid: `<script>alert(1)</script>${query.openid}`,
    remark: '<script>alert(1)</script>老会员',
    nickname: '<script>alert(1)</script>',
    subscribe: 1,
  });
});
