/** Many people asked about: in the order given, each once, in few calls, with WeChat's own words kept. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { BATCH, openLookups, reaching, rowsOf, SINGLE } from './lookup-bench.ts';

test('10,000 people cost a hundred calls and one token', { timeout: 30_000 }, async () => {
  const { people, start, lookups, simulator } = await openLookups();
  const openids = people(10_000);
  const id = await start(openids);
  expect(await reaching(lookups, id, 'done')).toMatchObject({
    asked: 10_000,
    answered: 10_000,
    followed: 5_000,
    notFollowed: 5_000,
    unknown: 0,
    reason: null,
  });
  expect(simulator.calls.count(BATCH)).toBe(100);
  expect(simulator.calls.count()).toBeLessThanOrEqual(105);
  expect(rowsOf(lookups, id).map(({ openid }) => openid)).toEqual(openids);
});

test('each is asked once, in the order given; what cannot be an openid is answered without a call', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  const [first = '', second = '', third = ''] = people(3);
  const id = await start([third, '张三', ` ${first} `, third, 'two words', second, first]);
  expect(lookups.get(id)).toMatchObject({ asked: 5, answered: 2, unknown: 2 });
  const done = await reaching(lookups, id, 'done');
  expect(done).toMatchObject({ asked: 5, answered: 5, followed: 2, notFollowed: 1, unknown: 2 });
  expect(done.endedAt).not.toBeNull();
  expect(rowsOf(lookups, id).map(({ position, openid, verdict }) => [position, openid, verdict])).toEqual([
    [0, third, 'followed'],
    [1, '张三', 'unknown'],
    [2, first, 'followed'],
    [3, 'two words', 'unknown'],
    [4, second, 'not_followed'],
  ]);
  expect(rowsOf(lookups, id)[1]).toMatchObject({ reason: 'openid_rejected', errcode: null, raw: null });
  expect(simulator.calls.count(BATCH)).toBe(1);
});

test('raw is WeChat’s own object about that person, user what we read in it', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  const follower = simulator.people.find('follower')?.openid ?? '';
  const id = await start([...people(2), follower]);
  await reaching(lookups, id, 'done');
  const row = rowsOf(lookups, id).at(-1);
  expect(row?.raw).toMatchObject({ subscribe: 1, openid: follower, subscribe_time: expect.any(Number) });
  expect(row?.user).toMatchObject({ openid: follower, subscribe: true, language: 'zh_CN' });
  const alone = await start([follower]);
  await reaching(lookups, alone, 'done');
  expect(rowsOf(lookups, alone)).toEqual([{ ...row, position: 0 }]);
  expect(simulator.calls.count(SINGLE)).toBe(1);
});

test('a bad openid in every hundred costs a dozen calls, not a hundred, and nobody else anything', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  const openids = people(990);
  for (let hundred = 0; hundred < 10; hundred += 1) {
    openids.splice(hundred * 100 + hundred * 9, 0, `oAnotherAccounts000000000000${hundred}`);
  }
  const id = await start(openids);
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 1_000, unknown: 10 });
  const bad = rowsOf(lookups, id).filter(({ verdict }) => verdict === 'unknown');
  expect(bad.map(({ openid }) => openid)).toEqual(
    openids.filter((openid) => openid.startsWith('oAnotherAccounts')),
  );
  expect(bad[0]).toMatchObject({ reason: 'openid_rejected', errcode: 40003, user: null, raw: null });
  expect(simulator.calls.count(BATCH) + simulator.calls.count(SINGLE)).toBeLessThanOrEqual(10 * 15);
});

test('results come in pages, also of one verdict only', async () => {
  const { people, start, lookups } = await openLookups();
  const openids = people(450);
  const id = await start(openids);
  await reaching(lookups, id, 'done');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = lookups.results({ id, limit: 60, cursor, verdict: 'followed' });
    expect(page.items.length).toBeLessThanOrEqual(60);
    seen.push(...page.items.map(({ openid }) => openid));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(openids.filter((_, index) => index % 2 === 0));
  expect(lookups.results({ id, limit: 500, verdict: 'unknown' })).toEqual({ items: [], nextCursor: null });
  expect(lookups.results({ id, limit: 100, cursor: '449' }).items).toMatchObject([{ openid: openids[449] }]);
});

test('two look-ups of one account share two calls at once, and both get on', async () => {
  let [open, most] = [0, 0];
  const { people, start, lookups } = await openLookups(({ client }) => ({
    client: {
      async lookupMany(...question) {
        most = Math.max(most, ++open);
        return client.lookupMany(...question).finally(() => open--);
      },
    },
  }));
  const [one, other] = await Promise.all([start(people(600)), start(people(600))]);
  const ends = await Promise.all([reaching(lookups, one, 'done'), reaching(lookups, other, 'done')]);
  expect(ends.map(({ answered }) => answered)).toEqual([600, 600]);
  expect(most).toBe(2);
});

test('what does not exist is not found', async () => {
  const { lookups, people } = await openLookups();
  await expect(lookups.start({ accountId: 'nobody', openids: people(1) })).rejects.toBeInstanceOf(NotFound);
  for (const ask of [lookups.get, lookups.rows, (id: string) => lookups.results({ id, limit: 1 })]) {
    expect(() => ask('nothing')).toThrow(NotFound);
  }
  expect(() => lookups.progress('nothing', undefined)).toThrow(NotFound);
  for (const change of [lookups.pause, lookups.resume, lookups.cancel, lookups.remove]) {
    await expect(change('nothing')).rejects.toMatchObject({ kind: 'lookup', id: 'nothing' });
  }
});
