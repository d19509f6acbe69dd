/** A lone visitor never waits for company; a crowd travels together. */
import { expect, it } from 'vitest';
import { createFollowLookup } from '#core/wechat/follow-lookup.ts';
import { type Answer, type Call, NEW_TOKENS, type Script } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const INFO = '/cgi-bin/user/info';
const BATCH = '/cgi-bin/user/info/batchget';

function openidsOf(call: Call): string[] {
  return (call.body as { user_list: { openid: string }[] }).user_list.map(({ openid }) => openid);
}
function batchReply(call: Call): Answer {
  return { user_info_list: openidsOf(call).map((openid) => ({ subscribe: 1, openid })) };
}
function infoReply({ query }: Call): Answer {
  return { subscribe: 1, openid: query.openid };
}
const ANSWERS: Script = { ...NEW_TOKENS, [INFO]: infoReply, [BATCH]: batchReply };

async function lookingUp(script: Script = ANSWERS) {
  const bench = await setUp(script);
  const lookup = createFollowLookup(bench);
  const ask = (name: number | string) => lookup(bench.credentials, `o${name}`);
  const crowd = (size: number) => Promise.all(Array.from({ length: size }, (_, index) => ask(index)));
  await bench.tokens.get(bench.credentials);
  return { ...bench, ask, crowd };
}

it('asks about a lone visitor at once, in one call, in Chinese', async () => {
  const { ask, wechat } = await lookingUp();
  expect(await ask('alone')).toMatchObject({ openid: 'oalone', subscribe: true });
  expect(wechat.calls.slice(1)).toMatchObject([
    {
      method: 'GET',
      path: INFO,
      query: { openid: 'oalone', lang: 'zh_CN', access_token: 'planted-token-1' },
    },
  ]);
});

it('does so for one visitor after the other', async () => {
  const { ask, wechat } = await lookingUp();
  for (const name of ['a', 'b', 'c']) await ask(name);
  expect([wechat.count(INFO), wechat.count(BATCH)]).toEqual([3, 0]);
});

it('sends those who come while a call is under way together, everybody with their own answer', async () => {
  const { crowd, wechat } = await lookingUp();
  const users = await crowd(60);
  expect(users.map(({ openid }) => openid)).toEqual(Array.from({ length: 60 }, (_, index) => `o${index}`));
  expect([wechat.count(INFO), wechat.count(BATCH)]).toEqual([1, 1]);
});

it('puts at most a hundred into a call, and keeps the calls per visitor below 0.05 for five hundred', async () => {
  const { crowd, wechat } = await lookingUp();
  await crowd(500);
  const sizes = wechat.calls.filter(({ path }) => path === BATCH).map((call) => openidsOf(call).length);
  expect(Math.max(...sizes)).toBe(100);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(499);
  expect((wechat.count(INFO) + sizes.length) / 500).toBeLessThan(0.05);
});

it('does not make one who waits for company travel in a batch of one', async () => {
  const { crowd, wechat } = await lookingUp();
  await crowd(2);
  expect([wechat.count(INFO), wechat.count(BATCH)]).toEqual([2, 0]);
});

it('holds a group back while eight calls are under way', async () => {
  const held = Promise.withResolvers<void>();
  const { ask, wechat } = await lookingUp({
    ...ANSWERS,
    [INFO]: async (call) => {
      await held.promise;
      return infoReply(call);
    },
  });
  const underWay = [];
  for (let nth = 1; nth <= 8; nth++) {
    underWay.push(ask(`held${nth}`));
    await expect.poll(() => wechat.count(INFO)).toBe(nth);
  }
  const waiting = [ask('x'), ask('y'), ask('z')];
  // Long past the time in which company is gathered.
  await new Promise((later) => setTimeout(later, 20));
  expect(wechat.count(BATCH)).toBe(0);
  held.resolve();
  await Promise.all([...underWay, ...waiting]);
  expect(wechat.count(BATCH)).toBe(1);
});

it('asks the same question once while it is open, and anew afterwards', async () => {
  const { ask, wechat } = await lookingUp();
  const [first, second] = await Promise.all([ask('same'), ask('same')]);
  expect(second).toBe(first);
  expect(wechat.count(INFO)).toBe(1);
  await ask('same');
  expect(wechat.count(INFO)).toBe(2);
});

it('keeps accounts apart', async () => {
  const { credentials, wechat, questions, clock, tokens } = await lookingUp();
  const lookup = createFollowLookup({ questions, clock });
  const other = { ...credentials, accountId: 'account-2', appSecret: 'another-secret' };
  await tokens.get(other);
  await Promise.all([lookup(credentials, 'oa'), lookup(other, 'oa'), lookup(other, 'ob')]);
  const asked = wechat.calls.filter(({ path }) => path === INFO).map(({ query }) => query.access_token);
  expect(asked.toSorted()).toEqual(['planted-token-1', 'planted-token-2', 'planted-token-2']);
});

it('asks singly for a minute after batches were refused for what they are', async () => {
  const { crowd, wechat, clock } = await lookingUp({ ...ANSWERS, [BATCH]: () => ({ errcode: 48001 }) });
  await crowd(10);
  expect([wechat.count(INFO), wechat.count(BATCH)]).toEqual([10, 1]);
  await crowd(10);
  expect([wechat.count(INFO), wechat.count(BATCH)]).toEqual([20, 1]);
  clock.advance(60_000);
  await crowd(10);
  expect(wechat.count(BATCH)).toBe(2);
});

it('tells each of a crowd of a failure, and goes on working', async () => {
  let isDown = true;
  const { ask, crowd } = await lookingUp({
    ...NEW_TOKENS,
    [INFO]: (call) =>
      isDown ? { errcode: 40164, errmsg: 'invalid ip 1.2.3.4, not in whitelist' } : infoReply(call),
    [BATCH]: () => ({ errcode: 40164, errmsg: 'invalid ip 1.2.3.4, not in whitelist' }),
  });
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => ask(index)));
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { errcode: 40164, ip: '1.2.3.4' } });
  }
  isDown = false;
  expect(await crowd(1)).toMatchObject([{ openid: 'o0' }]);
});
