/** A code becomes an openid, once. */
import { expect, it } from 'vitest';
import { createExchangeCode } from '#core/wechat/oauth-code.ts';
import { failureOf } from '#core/wechat/reason.ts';
import { type Answer, Raw, SILENCE } from './scripted-wechat.ts';
import { APP_ID, SECRET, setUp, type WorkbenchOptions } from './workbench.ts';

const ENDPOINT = '/sns/oauth2/access_token';
const BASE = {
  access_token: 'user-token',
  expires_in: 7200,
  refresh_token: 'user-refresh',
  openid: 'oVisitor',
};

async function exchanging(answer: (nth: number) => Answer, options?: WorkbenchOptions) {
  const bench = await setUp({ [ENDPOINT]: (_call, nth) => answer(nth) }, options);
  const exchangeCode = createExchangeCode(bench);
  return { ...bench, exchange: () => exchangeCode(bench.credentials, 'code-1') };
}

async function reasonOf(exchange: Promise<unknown>) {
  return failureOf(await exchange.catch((error: unknown) => error), 'exchange');
}

it('asks with AppID, AppSecret and code, and drops the tokens of the user', async () => {
  const { exchange, wechat } = await exchanging(() => ({ ...BASE, scope: 'snsapi_base' }));
  expect(await exchange()).toEqual({
    openid: 'oVisitor',
    unionid: null,
    snapshotUser: false,
    scope: 'snsapi_base',
  });
  expect(wechat.calls).toMatchObject([
    {
      method: 'GET',
      query: { appid: APP_ID, secret: SECRET, code: 'code-1', grant_type: 'authorization_code' },
    },
  ]);
});

it('knows a snapshot page and a unionid', async () => {
  const { exchange } = await exchanging(() => ({ ...BASE, unionid: 'uVisitor', is_snapshotuser: 1 }));
  expect(await exchange()).toEqual({
    openid: 'oVisitor',
    unionid: 'uVisitor',
    snapshotUser: true,
    scope: null,
  });
});

it('takes a reply without an openid for no answer', async () => {
  const { exchange } = await exchanging(() => ({ access_token: 'user-token', openid: '' }));
  await expect(exchange()).rejects.toMatchObject({ kind: 'bad_reply', endpoint: ENDPOINT });
});

it('knows a lost answer by the 40163 that follows a time-out', async () => {
  const { exchange } = await exchanging((nth) => (nth === 1 ? SILENCE : { errcode: 40163 }), {
    callLimit: 100,
  });
  expect(await reasonOf(exchange())).toEqual({ reason: 'code_reused', errcode: 40163 });
});

it('takes an answer that comes after the time-out, when the code is used up by then', async () => {
  const answered = Promise.withResolvers<object>();
  const { exchange, records } = await exchanging(
    (nth) => {
      if (nth === 1) return answered.promise;
      answered.resolve(BASE);
      return { errcode: 40163 };
    },
    { callLimit: 300 },
  );
  expect(await exchange()).toMatchObject({ openid: 'oVisitor' });
  // Whoever hears of calls hears that there was no answer in time, and that there was one.
  expect(records.map(({ unreachable, errcode }) => unreachable ?? errcode)).toEqual(
    expect.arrayContaining(['timeout', 0]),
  );
});

it('asks once more after a time-out, because the code may still be good', async () => {
  const { exchange, wechat, records } = await exchanging((nth) => (nth === 1 ? SILENCE : BASE), {
    callLimit: 300,
  });
  expect(await exchange()).toMatchObject({ openid: 'oVisitor' });
  expect(records.map(({ unreachable, errcode }) => unreachable ?? errcode)).toEqual(['timeout', 0]);
  expect(wechat.count(ENDPOINT)).toBe(2);
});

it('does not ask a third time', async () => {
  const { exchange, wechat } = await exchanging(() => SILENCE, { callLimit: 50 });
  expect(await reasonOf(exchange())).toEqual({ reason: 'network', errcode: null });
  expect(wechat.count(ENDPOINT)).toBe(2);
});

it('is patient while WeChat is busy', async () => {
  const { exchange, pauses } = await exchanging(
    (nth) => [{ errcode: -1 }, new Raw(503, ''), BASE][nth - 1] ?? BASE,
  );
  expect(await exchange()).toMatchObject({ openid: 'oVisitor' });
  expect(pauses).toEqual([300, 900]);
});

it('asks once where WeChat has decided', async () => {
  const { exchange, wechat, pauses } = await exchanging(() => ({ errcode: 40029, errmsg: 'invalid code' }));
  expect(await reasonOf(exchange())).toEqual({ reason: 'code_invalid', errcode: 40029 });
  expect(wechat.count(ENDPOINT)).toBe(1);
  expect(pauses).toEqual([]);
});
