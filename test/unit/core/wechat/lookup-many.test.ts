/** Many people for an administrator: order kept, nobody spoilt by anybody. */
import { expect, it } from 'vitest';
import { createLookupMany } from '#core/wechat/lookup-many.ts';
import { type Answer, type Call, NEW_TOKENS } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const INFO = '/cgi-bin/user/info';
const BATCH = '/cgi-bin/user/info/batchget';

function batch(call: Call): Answer {
  const { user_list } = call.body as { user_list: { openid: string }[] };
  if (user_list.some(({ openid }) => openid === 'obad')) return { errcode: 40003 };
  return { user_info_list: user_list.map(({ openid }) => ({ subscribe: 1, openid })) };
}
function info({ query }: Call): Answer {
  return query.openid === 'obad' ? { errcode: 40003 } : { subscribe: 0, openid: query.openid };
}

async function lookingUp(batchAnswer: (call: Call, nth: number) => Answer | Promise<Answer> = batch) {
  const bench = await setUp({ ...NEW_TOKENS, [INFO]: info, [BATCH]: batchAnswer });
  const lookupMany = createLookupMany(bench);
  return { ...bench, lookupMany };
}
const people = (count: number) => Array.from({ length: count }, (_, index) => `o${index}`);

it('answers in the order asked, duplicates included, each asked once', async () => {
  const { lookupMany, credentials, wechat } = await lookingUp();
  const answers = await lookupMany(credentials, ['ob', 'oa', 'ob', 'oc']);
  expect(answers).toMatchObject([{ openid: 'ob' }, { openid: 'oa' }, { openid: 'ob' }, { openid: 'oc' }]);
  expect([wechat.count(BATCH), wechat.count(INFO)]).toEqual([1, 0]);
});

it('asks a hundred at a time, two calls at once', async () => {
  let [open, most] = [0, 0];
  const { lookupMany, credentials, wechat } = await lookingUp(async (call) => {
    most = Math.max(most, ++open);
    await new Promise((later) => setTimeout(later, 5));
    open--;
    return batch(call);
  });
  const progress: number[] = [];
  const answers = await lookupMany(credentials, people(450), {
    onProgress: (answered, total) => progress.push(answered / total),
  });
  expect(answers).toHaveLength(450);
  expect(wechat.count(BATCH)).toBe(5);
  expect(most).toBe(2);
  expect(progress).toHaveLength(5);
  expect(progress.at(-1)).toBe(1);
});

it('lets a bad openid cost itself only', async () => {
  const { lookupMany, credentials } = await lookingUp();
  const answers = await lookupMany(credentials, [...people(120), 'obad']);
  expect(answers.filter((answer) => answer instanceof Error)).toMatchObject([{ errcode: 40003 }]);
  expect(answers.at(-1)).toBeInstanceOf(Error);
  expect(answers[0]).toMatchObject({ openid: 'o0', subscribe: true });
  expect(answers[119], 'asked singly, beside the bad one').toMatchObject({
    openid: 'o119',
    subscribe: false,
  });
});

it('asks about one person in one plain call, and about nobody in none', async () => {
  const { lookupMany, credentials, wechat } = await lookingUp();
  expect(await lookupMany(credentials, [])).toEqual([]);
  expect(wechat.calls).toEqual([]);
  expect(await lookupMany(credentials, ['oa'])).toMatchObject([{ openid: 'oa', subscribe: false }]);
  expect([wechat.count(BATCH), wechat.count(INFO)]).toEqual([0, 1]);
});

it('stops asking when the account itself is refused', async () => {
  const { lookupMany, credentials, wechat } = await lookingUp(() => ({ errcode: 40164 }));
  const answers = await lookupMany(credentials, people(2_000));
  expect(answers.every((answer) => answer instanceof Error)).toBe(true);
  expect(wechat.count(BATCH)).toBeLessThanOrEqual(2);
});

it('goes on after one hundred that WeChat was too busy for', async () => {
  const { lookupMany, credentials } = await lookingUp((call) =>
    JSON.stringify(call.body).includes('"o150"') ? { errcode: -1 } : batch(call),
  );
  const answers = await lookupMany(credentials, people(400));
  expect(answers.filter((answer) => answer instanceof Error)).toHaveLength(100);
});

it('ends between two calls when it is told to', async () => {
  const controller = new AbortController();
  const { lookupMany, credentials, wechat } = await lookingUp();
  const looking = lookupMany(credentials, people(5_000), {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('the administrator left')),
  });
  await expect(looking).rejects.toThrow('the administrator left');
  expect(wechat.count(BATCH)).toBeLessThan(5);
});
