/** Calls with the global token: healed once when the token is dead, patient while WeChat is busy. */
import { expect, it } from 'vitest';
import { createProbe } from '#core/wechat/probe.ts';
import { NEW_TOKENS, type Script, tokenNumber } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const STABLE = '/cgi-bin/stable_token';
const IPS = '/cgi-bin/getcallbackip';

/** Answers only a call that carries this token; any other is refused with this errcode. */
function accepting(nth: number, errcode = 40001): Script {
  return {
    ...NEW_TOKENS,
    [IPS]: ({ query }) => (query.access_token === tokenNumber(nth) ? { ip_list: ['10.0.0.1'] } : { errcode }),
  };
}

async function probing(script: Script) {
  const bench = await setUp(script);
  const probe = createProbe(bench);
  return { ...bench, ask: () => probe.callbackIps(bench.credentials) };
}

it.each([40001, 40014, 42001])('heals a token that WeChat refuses with %i', async (errcode) => {
  const { ask, wechat } = await probing(accepting(2, errcode));
  expect(await ask()).toEqual(['10.0.0.1']);
  expect([wechat.count(STABLE), wechat.count(IPS)]).toEqual([2, 2]);
});

it('heals many calls with one fetch', async () => {
  const { ask, wechat, tokens, credentials, clock } = await probing(accepting(2));
  await tokens.get(credentials);
  clock.advance(3_600_000);
  const answers = await Promise.all(Array.from({ length: 50 }, ask));
  expect(answers.every(([address]) => address === '10.0.0.1')).toBe(true);
  expect([wechat.count(STABLE), wechat.count(IPS)]).toEqual([2, 100]);
});

it('gives up after one fetch and one repetition', async () => {
  const { ask, wechat } = await probing(accepting(99));
  await expect(ask()).rejects.toMatchObject({ errcode: 40001, endpoint: IPS });
  expect([wechat.count(STABLE), wechat.count(IPS)]).toEqual([2, 2]);
});

it('does not try a token again that was refused the second time', async () => {
  const { ask, wechat, clock } = await probing(accepting(3));
  await expect(ask()).rejects.toMatchObject({ errcode: 40001 });
  clock.advance(2_000);
  expect(await ask()).toEqual(['10.0.0.1']);
  expect([wechat.count(STABLE), wechat.count(IPS)]).toEqual([3, 3]);
});

it('does not let a crowd fetch tokens that are refused anyway', async () => {
  const { ask, wechat } = await probing(accepting(99));
  await Promise.allSettled(Array.from({ length: 50 }, ask));
  await Promise.allSettled(Array.from({ length: 50 }, ask));
  expect(wechat.count(STABLE)).toBe(2);
});

it('heals in stable mode even when WeChat hands out the same token again', async () => {
  const { ask } = await probing({
    [STABLE]: () => ({ access_token: tokenNumber(1), expires_in: 7200 }),
    [IPS]: (_call, nth) => (nth === 1 ? { errcode: 40001 } : { ip_list: ['10.0.0.1'] }),
  });
  expect(await ask()).toEqual(['10.0.0.1']);
});

it('asks a busy WeChat three times, then says that it is busy', async () => {
  const { ask, wechat, pauses } = await probing({ ...NEW_TOKENS, [IPS]: () => ({ errcode: -1 }) });
  await expect(ask()).rejects.toMatchObject({ errcode: -1, endpoint: IPS });
  expect(wechat.count(IPS)).toBe(3);
  expect(pauses).toEqual([300, 900]);
});

it('repeats nothing that WeChat has decided', async () => {
  const { ask, wechat, pauses } = await probing({ ...NEW_TOKENS, [IPS]: () => ({ errcode: 48001 }) });
  await expect(ask()).rejects.toMatchObject({ errcode: 48001 });
  expect(wechat.count(IPS)).toBe(1);
  expect(pauses).toEqual([]);
});
