/** Batches that fail, wholly or in part, cost themselves only. */
import { expect, it } from 'vitest';
import { failureOf } from '#core/wechat/reason.ts';
import type { User } from '#shared/model/user.ts';
import { type Answer, type Call, NEW_TOKENS, Raw } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const INFO = '/cgi-bin/user/info';
const BATCH = '/cgi-bin/user/info/batchget';
const PEOPLE = Array.from({ length: 20 }, (_, index) => `o${index}`);

function info({ query }: Call): Answer {
  return { subscribe: 1, openid: query.openid };
}

async function asking(batch: (call: Call) => Answer, single: (call: Call) => Answer = info) {
  const bench = await setUp({ ...NEW_TOKENS, [BATCH]: batch, [INFO]: single });
  const answers = new Map<string, User | Error>();
  const isUseful = await bench.questions.many(bench.credentials, PEOPLE, (openid, answer) => {
    expect(answers.has(openid), 'each is settled once').toBe(false);
    answers.set(openid, answer);
  });
  expect(answers.size).toBe(PEOPLE.length);
  return { ...bench, isUseful, answers };
}

function reasons(answers: Map<string, User | Error>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers.values()) {
    const word = answer instanceof Error ? failureOf(answer, 'lookup').reason : String(answer.subscribe);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

it('asks singly about those whom the reply leaves out or says nothing about', async () => {
  const { answers, wechat, isUseful } = await asking(() => ({
    user_info_list: [
      ...PEOPLE.slice(0, 15).map((openid) => ({ subscribe: 0, openid })),
      { openid: 'o15', nickname: 'without subscribe' },
      null,
      'nonsense',
    ],
  }));
  expect(reasons(answers)).toEqual({ false: 15, true: 5 });
  expect(wechat.count(INFO)).toBe(5);
  expect(isUseful).toBe(true);
});

it.each([40003, 46004, 49003])(
  'asks singly when one bad openid spoils the batch with %i',
  async (errcode) => {
    const { answers, wechat, isUseful } = await asking(
      () => ({ errcode }),
      (call) => (call.query.openid === 'o7' ? { errcode } : info(call)),
    );
    expect(reasons(answers)).toEqual({ true: 19, openid_rejected: 1 });
    expect(answers.get('o7')).toMatchObject({ errcode });
    expect(wechat.count(INFO)).toBe(20);
    expect(isUseful, 'the next batch may be without that openid').toBe(true);
  },
);

it('also when the bad one is the first', async () => {
  const { answers } = await asking(
    () => ({ errcode: 40003 }),
    (call) => (call.query.openid === 'o0' ? { errcode: 40003 } : info(call)),
  );
  expect(reasons(answers)).toEqual({ true: 19, openid_rejected: 1 });
});

it.each([
  ['batches are used up', { errcode: 45009 }],
  ['batches are not for this account', { errcode: 48001 }],
  ['the batch is malformed to WeChat', { errcode: 40032 }],
  ['a relay does not know batches', new Raw(404, '<html></html>')],
  ['the reply is garbage', new Raw(200, 'PHP Warning: ')],
])('asks singly when %s', async (_case, answer) => {
  const { answers, isUseful } = await asking(() => answer);
  expect(reasons(answers)).toEqual({ true: 20 });
  expect(isUseful).toBe(false);
});

it.each([
  ['a quota', { errcode: 45009 }, 'quota'],
  ['a permission', { errcode: 48001 }, 'permission'],
])(
  'but asks one alone first, so that %s missing altogether costs two calls',
  async (_case, answer, reason) => {
    const { answers, wechat } = await asking(
      () => answer,
      () => answer,
    );
    expect(reasons(answers)).toEqual({ [reason]: 20 });
    expect([wechat.count(BATCH), wechat.count(INFO)]).toEqual([1, 1]);
  },
);

it.each([
  ['an IP off the whitelist', { errcode: 40164 }, 'ip_not_allowed', 1],
  ['a platform that stays busy', { errcode: -1 }, 'platform_busy', 3],
  ['a token refused twice', { errcode: 40001 }, 'token', 2],
])('tells everybody of %s', async (_case, answer, reason, batches) => {
  const { answers, wechat } = await asking(() => answer);
  expect(reasons(answers)).toEqual({ [reason]: 20 });
  expect([wechat.count(BATCH), wechat.count(INFO)]).toEqual([batches, 0]);
});
