/** One bad openid among a hundred is found by halving; what is everybody's trouble is asked about once. */
import { expect, it } from 'vitest';
import { createAskHundred } from '#core/wechat/ask-hundred.ts';
import { failureOf } from '#core/wechat/reason.ts';
import type { User } from '#shared/model/user.ts';
import { type Answer, type Call, NEW_TOKENS } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const INFO = '/cgi-bin/user/info';
const BATCH = '/cgi-bin/user/info/batchget';
const PEOPLE = Array.from({ length: 100 }, (_, index) => `o${index}`);

type Reply = (call: Call, nth: number) => Answer;

function openidsOf(call: Call): string[] {
  return (call.body as { user_list: { openid: string }[] }).user_list.map(({ openid }) => openid);
}

/** WeChat that refuses these people, alone and in any batch they are in. */
function refusing(bad: ReadonlySet<string>): { batch: Reply; single: Reply } {
  return {
    batch: (call) =>
      openidsOf(call).some((openid) => bad.has(openid))
        ? { errcode: 40003 }
        : { user_info_list: openidsOf(call).map((openid) => ({ subscribe: 1, openid, remark: 'batch' })) },
    single: ({ query: { openid = '' } }) =>
      bad.has(openid) ? { errcode: 40003 } : { subscribe: 1, openid, remark: 'single' },
  };
}

async function asking({ batch, single }: { batch: Reply; single: Reply }, people = PEOPLE) {
  const bench = await setUp({ ...NEW_TOKENS, [BATCH]: batch, [INFO]: single });
  const answers = new Map<string, User | Error>();
  const replies = new Map<string, unknown>();
  await createAskHundred(bench.questions)(bench.credentials, people, (openid, answer, reply) => {
    expect(answers.has(openid), 'each is settled once').toBe(false);
    answers.set(openid, answer);
    if (reply) replies.set(openid, reply);
  });
  expect(answers.size).toBe(people.length);
  const rejected = people.filter((openid) => answers.get(openid) instanceof Error);
  return {
    ...bench,
    answers,
    replies,
    rejected,
    calls: bench.wechat.count(BATCH) + bench.wechat.count(INFO),
  };
}

function reasons(answers: Map<string, User | Error>): Set<string> {
  return new Set(
    [...answers.values()].map((answer) =>
      answer instanceof Error ? failureOf(answer, 'lookup').reason : 'answered',
    ),
  );
}

it.each([0, 1, 37, 49, 50, 64, 98, 99])('finds number %i in fifteen calls at most', async (place) => {
  const { rejected, calls, answers } = await asking(refusing(new Set([`o${place}`])));
  expect(rejected).toEqual([`o${place}`]);
  expect(answers.get(`o${place}`)).toMatchObject({ errcode: 40003 });
  expect(calls).toBeLessThanOrEqual(15);
});

it.each([
  [2, 30],
  [5, 70],
  [20, 125],
  [100, 125],
])('%i bad ones cost %i calls at most', async (count, most) => {
  const bad = PEOPLE.filter((_, index) => (index * 61) % 100 < count);
  const { rejected, calls } = await asking(refusing(new Set(bad)));
  expect(rejected).toEqual(bad);
  expect(calls).toBeLessThanOrEqual(most);
});

it('hands WeChat’s own words on, from a batch and from a single call', async () => {
  const { replies } = await asking(refusing(new Set(['o1'])), ['o0', 'o1', 'o2', 'o3']);
  expect(replies.get('o0')).toEqual({ subscribe: 1, openid: 'o0', remark: 'single' });
  expect(replies.get('o3')).toEqual({ subscribe: 1, openid: 'o3', remark: 'batch' });
  expect(replies.has('o1')).toBe(false);
});

it('asks singly about those whom a reply leaves out', async () => {
  const everybody = refusing(new Set());
  const { answers, wechat } = await asking({
    ...everybody,
    batch: () => ({ user_info_list: PEOPLE.slice(0, 97).map((openid) => ({ subscribe: 0, openid })) }),
  });
  expect(reasons(answers)).toEqual(new Set(['answered']));
  expect(wechat.count(INFO)).toBe(3);
});

it.each([
  [45011, 'quota', 1],
  [40164, 'ip_not_allowed', 1],
  [45009, 'quota', 2],
  [48001, 'permission', 2],
])('%i for everybody costs no more calls than it takes to know', async (errcode, reason, most) => {
  const { answers, calls } = await asking({ batch: () => ({ errcode }), single: () => ({ errcode }) });
  expect(reasons(answers)).toEqual(new Set([reason]));
  expect(calls).toBe(most);
});

it('stops in the middle of halving when the minute is used up, and keeps whom it has', async () => {
  const bad = refusing(new Set(['o99']));
  const { answers, calls } = await asking({
    ...bad,
    batch: (call, nth) => (nth > 2 ? { errcode: 45011 } : bad.batch(call, nth)),
  });
  expect(calls).toBe(3);
  expect([...answers.values()].filter((answer) => !(answer instanceof Error))).toHaveLength(50);
  expect(reasons(answers)).toEqual(new Set(['answered', 'quota']));
});

it('asks everybody alone, one after the other, where only batches are refused', async () => {
  const { answers, wechat } = await asking({
    ...refusing(new Set(['o3'])),
    batch: () => ({ errcode: 48001 }),
  });
  expect(reasons(answers)).toEqual(new Set(['answered', 'openid_rejected']));
  expect([wechat.count(BATCH), wechat.count(INFO)]).toEqual([1, 100]);
});
