/** What is kept, for how long, and what leaves: by hand, by age, with an account, or with one person. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { answering, heldWaits, openLookups, reaching, rowsOf } from './lookup-bench.ts';

test('the newest come first, and the last fifty of an account are kept', async () => {
  const { people, start, lookups, database } = await openLookups();
  const openids = people(1);
  const ids: string[] = [];
  for (let count = 0; count < 53; count += 1) {
    const id = await start(openids);
    ids.unshift(id);
    await reaching(lookups, id, 'done');
  }
  expect(lookups.list('acc').map(({ id }) => id)).toEqual(ids.slice(0, 50));
  expect(lookups.list().map(({ id }) => id)).toEqual(ids.slice(0, 50));
  expect(lookups.list('another')).toEqual([]);
  expect(database('SELECT count(*) AS rows FROM lookup_hundreds')).toEqual({ rows: 50 });
});

test('one at work is not pushed out by newer ones', async () => {
  const { people, start, lookups, simulator } = await openLookups(heldWaits);
  simulator.faults.on('quota');
  const waiting = await start(people(2));
  await reaching(lookups, waiting, 'waiting');
  for (let count = 0; count < 51; count += 1) await start(['张三']);
  expect(lookups.get(waiting).state).toBe('waiting');
  expect(lookups.list()).toHaveLength(51);
});

test('a person who is erased leaves every look-up of the account, and the counts with them', async () => {
  const { people, start, lookups, database } = await openLookups();
  const [first = '', second = '', third = ''] = people(3);
  const many = await start([first, second, third, '张三']);
  const alone = await start([first]);
  const without = await start([second]);
  for (const id of [many, alone, without]) await reaching(lookups, id, 'done');
  expect(lookups.eraseOpenid('another', first)).toBe(0);
  expect(lookups.eraseOpenid('acc', first)).toBe(2);
  expect(lookups.eraseOpenid('acc', first)).toBe(0);
  expect(lookups.get(many)).toMatchObject({ asked: 3, answered: 3, followed: 1, notFollowed: 1, unknown: 1 });
  expect(lookups.get(alone)).toMatchObject({ asked: 0, answered: 0, followed: 0 });
  expect(rowsOf(lookups, many).map(({ position, openid }) => [position, openid])).toEqual([
    [1, second],
    [2, third],
    [3, '张三'],
  ]);
  const held = database(
    'SELECT count(*) AS rows FROM lookup_hundreds WHERE instr(openids || answers, ?) > 0',
    first,
  );
  expect(held).toEqual({ rows: 0 });
  expect(lookups.eraseOpenid('acc', '张三')).toBe(1);
});

test('who is erased while WeChat is being asked about them does not come back', async () => {
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const { people, start, lookups } = await openLookups(({ client }) => ({
    client: {
      async lookupMany(...question) {
        arrived.resolve();
        await gate.promise;
        return client.lookupMany(...question);
      },
    },
  }));
  const [first = '', ...others] = people(150);
  const id = await start([first, ...others]);
  await arrived.promise;
  expect(lookups.eraseOpenid('acc', first)).toBe(1);
  gate.resolve();
  expect(await reaching(lookups, id, 'done')).toMatchObject({ asked: 149, answered: 149, followed: 74 });
  expect(rowsOf(lookups, id).map(({ openid }) => openid)).toEqual(others);
});

test('those older than a time are deleted, but not one at work', async () => {
  const { people, start, lookups, clock, simulator } = await openLookups();
  const old = await start(people(2));
  await reaching(lookups, old, 'done');
  simulator.faults.on('slow', { value: 200 });
  const atWork = await start(people(2));
  clock.advance(1_000);
  const recent = await start(people(2));
  expect(await lookups.deleteBefore(clock.now())).toBe(1);
  expect(() => lookups.get(old)).toThrow(NotFound);
  expect(lookups.list().map(({ id }) => id)).toEqual([recent, atWork]);
});

test('one that is removed at work ends its feed and leaves nothing', async () => {
  const { people, start, lookups, database, simulator } = await openLookups();
  simulator.faults.on('slow', { value: 20 });
  const id = await start(people(1_000));
  await answering(lookups, id, 100);
  const feed = lookups.progress(id, undefined);
  await feed.next();
  await lookups.remove(id);
  for await (const { state } of feed) expect(state).toBe('running');
  await lookups.close();
  expect(() => lookups.get(id)).toThrow(NotFound);
  expect(database('SELECT count(*) AS rows FROM lookup_hundreds')).toEqual({ rows: 0 });
});

test('an account that goes takes its look-ups along', async () => {
  const { people, start, lookups, database } = await openLookups();
  const done = await start(people(2));
  await reaching(lookups, done, 'done');
  await start(people(500));
  await lookups.forget('another');
  expect(lookups.list()).toHaveLength(2);
  await lookups.forget('acc');
  expect(lookups.list()).toEqual([]);
  await lookups.close();
  expect(database('SELECT count(*) AS rows FROM lookup_hundreds')).toEqual({ rows: 0 });
});
