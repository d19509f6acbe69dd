/** What keeps everybody from an answer: waited for, tried again, or told at once; never an answer lost. */
import { expect, test } from 'vitest';
import { WeChatUnreachable } from '#core/errors.ts';
import { APP_SECRET } from '../users/real-wechat.ts';
import { answering, BATCH, heldWaits, openLookups, reaching, rowsOf, SINGLE } from './lookup-bench.ts';

const MINUTE = 60_000;

test('the minute’s quota is waited for, no other way is tried, and nobody is asked about twice', async () => {
  const held = heldWaits();
  const { people, start, lookups, simulator, clock } = await openLookups(() => held);
  const id = await start(people(1_000));
  await answering(lookups, id, 300);
  simulator.faults.answer({ path: BATCH, errcode: 45011 });
  const waiting = await reaching(lookups, id, 'waiting');
  expect(waiting).toMatchObject({ reason: 'quota', errcode: 45011, endedAt: null });
  expect(waiting.resumesAt).toBe('2026-11-23T10:01:02.000Z');
  expect(simulator.calls.count(SINGLE), 'no other way was tried').toBe(0);
  const callsBefore = simulator.calls.count(BATCH);

  simulator.faults.off();
  held.pull();
  expect(lookups.get(id).state, 'the clock has not got there').toBe('waiting');
  clock.advance(MINUTE);
  held.pull();
  expect(await reaching(lookups, id, 'done')).toMatchObject({
    answered: 1_000,
    reason: null,
    resumesAt: null,
  });
  const answered = waiting.answered;
  expect(simulator.calls.count(BATCH) - callsBefore, 'nobody was asked about twice').toBe(
    10 - answered / 100,
  );
});

test('the day’s quota is waited for until midnight in China', async () => {
  const held = heldWaits();
  const { people, start, lookups, simulator, clock } = await openLookups(() => held);
  simulator.faults.on('quota');
  const id = await start(people(250));
  const waiting = await reaching(lookups, id, 'waiting');
  expect(waiting).toMatchObject({ reason: 'quota', errcode: 45009, answered: 0 });
  expect(waiting.resumesAt).toBe('2026-11-23T16:01:00.000Z');
  simulator.faults.off();
  clock.advance(7 * 60 * MINUTE);
  held.pull();
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 250 });
});

test('one who waits can be resumed, paused and canceled by hand', async () => {
  const held = heldWaits();
  const { people, start, lookups, simulator } = await openLookups(() => held);
  simulator.faults.on('quota');
  const id = await start(people(120));
  await reaching(lookups, id, 'waiting');
  expect(await lookups.pause(id)).toMatchObject({ state: 'paused', resumesAt: null, reason: null });
  await lookups.resume(id);
  await reaching(lookups, id, 'waiting');
  simulator.faults.off();
  expect((await lookups.resume(id)).state).toBe('running');
  await reaching(lookups, id, 'done');
  simulator.faults.on('quota');
  const other = await start(people(5));
  await reaching(lookups, other, 'waiting');
  expect(await lookups.cancel(other)).toMatchObject({ state: 'canceled', answered: 0, resumesAt: null });
});

test('a network that stays broken is tried again 5, 15, 60 and 60 seconds later, then it failed', async () => {
  const { people, start, lookups, simulator, naps } = await openLookups();
  simulator.faults.on('reset', { paths: [BATCH] });
  const id = await start(people(150));
  expect(await reaching(lookups, id, 'failed')).toMatchObject({
    reason: 'network',
    errcode: null,
    answered: 0,
    endedAt: null,
  });
  expect(naps).toEqual([5_000, 15_000, 30_000, 30_000, 30_000, 30_000]);
  simulator.faults.off();
  expect(await lookups.resume(id)).toMatchObject({ state: 'running', reason: null, errcode: null });
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 150 });
});

test('every answer in between makes the next back-off a short one again', async () => {
  let calls = 0;
  const { people, start, lookups, naps } = await openLookups(({ client }) => ({
    client: {
      async lookupMany(credentials, openids, options) {
        calls += 1;
        if (calls % 3 === 0) return client.lookupMany(credentials, openids, options);
        const unreachable = new WeChatUnreachable(BATCH, 'network', 'ECONNRESET');
        for (const openid of openids) options?.onAnswer?.(openid, unreachable);
        return [];
      },
    },
  }));
  const id = await start(people(600));
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 600, unknown: 0 });
  expect(naps.length).toBeGreaterThanOrEqual(5);
  expect(Math.max(...naps)).toBeLessThanOrEqual(15_000);
});

test.each([
  ['ipNotAllowed', 'ip_not_allowed', 40164],
  ['wrongSecretFrozen', 'credentials', 40243],
] as const)('%s fails at once, with its reason and no secret in the log', async (fault, reason, errcode) => {
  const { people, start, lookups, simulator, naps, logger, clock } = await openLookups();
  simulator.faults.on(fault);
  const id = await start(people(1_000));
  expect(await reaching(lookups, id, 'failed')).toMatchObject({ reason, errcode, answered: 0 });
  expect(naps).toEqual([]);
  expect(simulator.calls.count(BATCH)).toBe(0);
  expect(logger.lines.join('\n')).toContain('a look-up cannot go on');
  expect(logger.lines.join('\n')).not.toContain(APP_SECRET);
  simulator.faults.off();
  // Until then the client remembers that no token can be had.
  clock.advance(MINUTE);
  await lookups.resume(id);
  await reaching(lookups, id, 'done');
});

test('a permission that is missing costs a batch and one single call at most per hundred under way', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  for (const path of [BATCH, SINGLE]) simulator.faults.answer({ path, errcode: 48001 });
  const id = await start(people(3_000));
  expect(await reaching(lookups, id, 'failed')).toMatchObject({ reason: 'permission', errcode: 48001 });
  expect(simulator.calls.count()).toBeLessThanOrEqual(5);
});

test('an account without its secret fails as such, and goes on when it has one', async () => {
  const { people, start, lookups, secret } = await openLookups();
  secret.value = null;
  const id = await start(people(3));
  expect(await reaching(lookups, id, 'failed')).toMatchObject({ reason: 'credentials', errcode: null });
  secret.value = APP_SECRET;
  await lookups.resume(id);
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 3 });
});

test('where only batches are refused, people are asked about one by one', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  simulator.faults.answer({ path: BATCH, errcode: 48001 });
  const id = await start(people(120));
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 120, unknown: 0 });
  expect(simulator.calls.count(SINGLE)).toBe(120);
});

test('a code that nobody has described is one person’s own, or everybody’s', async () => {
  const { people, start, lookups, simulator } = await openLookups();
  const openids = people(4);
  for (const path of [BATCH, SINGLE]) simulator.faults.answer({ path, errcode: 40999 });
  const everybody = await start(openids);
  expect(await reaching(lookups, everybody, 'failed')).toMatchObject({
    reason: 'platform_error',
    errcode: 40999,
    answered: 0,
  });
  const alone = await start(openids.slice(0, 1));
  await reaching(lookups, alone, 'done');
  expect(rowsOf(lookups, alone)).toMatchObject([
    { verdict: 'unknown', reason: 'platform_error', errcode: 40999, raw: null },
  ]);
});
