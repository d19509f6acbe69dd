/** Paused, canceled, closed: what is answered stays, what is in flight is still counted, nobody is asked twice. */
import { expect, test } from 'vitest';
import type { Lookup } from '#shared/model/lookup.ts';
import { answering, BATCH, openLookups, reaching, rowsOf } from './lookup-bench.ts';

/** Look-ups whose calls wait at a gate once `open` hundreds have gone through. */
async function openGated(open: number) {
  const arrived = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let asked = 0;
  const bench = await openLookups(({ client }) => ({
    client: {
      async lookupMany(...question) {
        asked += 1;
        if (asked > open) {
          arrived.resolve();
          await gate.promise;
        }
        return client.lookupMany(...question);
      },
    },
  }));
  return { ...bench, arrived: arrived.promise, letGo: gate.resolve };
}

test('a paused one counts what was in flight, asks nothing more, and goes on from there', async () => {
  const { people, start, lookups, simulator, arrived, letGo } = await openGated(3);
  const id = await start(people(1_000));
  await arrived;
  expect((await lookups.pause(id)).state).toBe('paused');
  letGo();
  const inFlight = await answering(lookups, id, 400);
  expect(inFlight.state).toBe('paused');
  await lookups.resume(id);
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 1_000 });
  expect(simulator.calls.count(BATCH)).toBe(10);
});

test('one that is resumed while its last hundred is in flight waits for it', async () => {
  const { people, start, lookups, simulator, arrived, letGo } = await openGated(2);
  const id = await start(people(500));
  await arrived;
  await lookups.pause(id);
  await Promise.all([lookups.resume(id), lookups.resume(id)]);
  letGo();
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 500 });
  expect(simulator.calls.count(BATCH), 'nobody was asked about twice').toBe(5);
});

test('a canceled one keeps its answers, in the file too, and nothing revives it', async () => {
  const bench = await openGated(4);
  const { people, start, lookups, arrived, letGo } = bench;
  const openids = people(1_000);
  const id = await start(openids);
  await arrived;
  const canceled = await lookups.cancel(id);
  expect(canceled.state).toBe('canceled');
  expect(canceled.endedAt).not.toBeNull();
  letGo();
  await bench.close();
  const later = bench.openSession().lookups;
  const answered = later.get(id).answered;
  expect(answered).toBeGreaterThanOrEqual(500);
  expect(answered).toBeLessThanOrEqual(600);
  expect(rowsOf(later, id).map(({ openid }) => openid)).toEqual(openids.slice(0, answered));
  expect((await later.resume(id)).state).toBe('canceled');
  expect((await later.pause(id)).state).toBe('canceled');
});

test('who watches one being canceled is told of what was in flight, then the feed ends', async () => {
  const { people, start, lookups, arrived, letGo } = await openGated(2);
  const id = await start(people(1_000));
  await arrived;
  const feed = lookups.progress(id, undefined);
  await feed.next();
  await lookups.cancel(id);
  const { value: canceled } = await feed.next();
  expect(canceled).toMatchObject({ state: 'canceled' });
  letGo();
  const last = await lastOf(feed);
  expect(last).toEqual(lookups.get(id));
  expect(last?.answered).toBeGreaterThan(canceled.answered);
});

test('canceled and resumed in one breath, it is canceled', async () => {
  const { people, start, lookups } = await openLookups();
  const id = await start(people(2_000));
  await lookups.pause(id);
  await Promise.all([lookups.resume(id), lookups.cancel(id)]);
  // Were it at work, it would have every other turn of this one.
  await reaching(lookups, await start(people(2_000)), 'done');
  expect(lookups.get(id).state).toBe('canceled');
  expect(lookups.get(id).answered).toBeLessThanOrEqual(400);
});

test('resumed twice at once, it is stopped by one pause', async () => {
  const { people, start, lookups, arrived, letGo } = await openGated(0);
  const id = await start(people(2_000));
  await arrived;
  await lookups.pause(id);
  await Promise.all([lookups.resume(id), lookups.resume(id)]);
  await lookups.pause(id);
  letGo();
  await reaching(lookups, await start(people(2_000)), 'done');
  expect(lookups.get(id)).toMatchObject({ state: 'paused', answered: 200 });
});

test('close waits for what is in flight; the next session finds it paused and asks only the rest', async () => {
  const bench = await openGated(3);
  const id = await bench.start(bench.people(1_000));
  await bench.arrived;
  const closing = bench.close();
  bench.letGo();
  await closing;
  expect(bench.simulator.calls.count(BATCH)).toBeLessThanOrEqual(5);
  const { lookups } = bench.openSession();
  expect(lookups.get(id)).toMatchObject({ state: 'paused', asked: 1_000, endedAt: null });
  expect(lookups.get(id).answered).toBeGreaterThanOrEqual(400);
  await lookups.resume(id);
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 1_000, followed: 500 });
  expect(bench.simulator.calls.count(BATCH)).toBe(10);
});

test('the feed ends with the look-up, and with the session', async () => {
  const { people, start, lookups, arrived, letGo } = await openGated(0);
  const id = await start(people(5));
  const states: string[] = [];
  async function listen(): Promise<void> {
    for await (const { state } of lookups.progress(id, undefined)) states.push(state);
  }
  const listening = listen();
  await arrived;
  await lookups.pause(id);
  await lookups.resume(id);
  letGo();
  await listening;
  expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
    'running',
    'paused',
    'running',
    'done',
  ]);
  const other = await start(people(200));
  await lookups.pause(other);
  const feed = lookups.progress(other, undefined);
  await feed.next();
  const [last] = await Promise.all([lastOf(feed), lookups.close()]);
  expect(last?.state ?? 'paused').toBe('paused');
});

async function lastOf(feed: AsyncGenerator<Lookup>): Promise<Lookup | undefined> {
  let last: Lookup | undefined;
  for await (const lookup of feed) last = lookup;
  return last;
}
