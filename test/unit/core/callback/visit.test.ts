import { expect, test } from 'vitest';
import { createLine } from '#core/callback/line.ts';
import { atOnce } from '#core/in-turns.ts';
import { entry, openVisit } from './open-visit.ts';

test('a code becomes a verdict on disk, with two questions to WeChat', async () => {
  const { visitAs, asked } = openVisit();
  expect(await visitAs('code:anna')).toMatchObject({
    openid: 'anna',
    verdict: 'followed',
    entryId: entry.id,
    param: 'door-1',
    visits: 1,
  });
  expect(asked).toEqual({ exchanges: 1, lookups: 1 });
});

test('a bad, an old and a foreign state are refused without a question to WeChat', async () => {
  const { visitAs, state, clock, asked, store } = openVisit();
  const old = state().state;
  clock.advance(11 * 60_000);
  expect(await visitAs('code:anna', 'x'.repeat(68))).toEqual({ kind: 'refused', refusal: 'bad_state' });
  expect(await visitAs('code:anna', old)).toEqual({ kind: 'refused', refusal: 'expired_state' });
  expect(await visitAs('code:anna', state('s', 'otherentry').state)).toEqual({
    kind: 'refused',
    refusal: 'unknown_entry',
  });
  expect(asked.exchanges).toBe(0);
  expect(atOnce(store.summary({})).scanned).toBe(0);
});

test('one exchange per code, together and later, also after a restart', async () => {
  const { visit, visitAs, state, asked } = openVisit();
  const { state: shared } = state();
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => visit({ code: 'code:anna', state: shared })),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(await visitAs('code:anna', shared)).toMatchObject({ visits: 1 });
  expect(asked.exchanges).toBe(1);
});

test('two codes of one state and one person within a minute are one scan, asked about once', async () => {
  const { visitAs, state, asked, clock, store } = openVisit();
  const { state: own } = state('p');
  const [first, second] = await Promise.all([visitAs('code:anna:1', own), visitAs('code:anna:2', own)]);
  expect(second).toMatchObject({ id: first && 'id' in first ? first.id : '', visits: 2 });
  expect(asked).toEqual({ exchanges: 2, lookups: 1 });
  clock.advance(60_000);
  await visitAs('code:anna:3', own);
  expect(atOnce(store.summary({})).scanned).toBe(2);
});

test('two people who scan one screen are two scans', async () => {
  const { visitAs, state, store } = openVisit();
  const { state: screen } = state('s');
  await Promise.all([visitAs('code:anna', screen), visitAs('code:bert', screen)]);
  expect(atOnce(store.summary({})).scanned).toBe(2);
});

test('who declines is unknown, once per phone and each time at a screen', async () => {
  const { visitAs, state, store, asked } = openVisit();
  const { state: phone } = state('p');
  const first = await visitAs(undefined, phone);
  expect(first).toMatchObject({ verdict: 'unknown', reason: 'denied', openid: null });
  expect(await visitAs('', phone)).toEqual(first);
  const { state: screen } = state('s');
  await visitAs(undefined, screen);
  await visitAs(undefined, screen);
  expect(atOnce(store.summary({}))).toMatchObject({ scanned: 3, unknown: 3 });
  expect(asked.exchanges).toBe(0);
});

test('a virtual openid is never recorded as a visitor', async () => {
  const { visitAs, script, asked } = openVisit();
  script.exchange = { openid: 'virtual', unionid: null, snapshotUser: true };
  expect(await visitAs('code:x')).toMatchObject({
    verdict: 'unknown',
    reason: 'snapshot_user',
    openid: null,
  });
  expect(asked.lookups).toBe(0);
});

test('when WeChat is away the scan is kept and asked about later', async () => {
  const { visitAs, script, later } = openVisit();
  script.exchange = { failure: { reason: 'network', errcode: null } };
  const lost = await visitAs('code:anna');
  expect(lost).toMatchObject({ verdict: 'unknown', reason: 'network', openid: null });
  script.exchange = null;
  script.decision = { verdict: 'unknown', reason: 'platform_busy', errcode: -1 };
  const known = await visitAs('code:bert');
  expect(known).toMatchObject({ verdict: 'unknown', reason: 'platform_busy', openid: 'bert' });
  expect(later).toEqual({
    exchanges: [[lost && 'id' in lost ? lost.id : '', 'code:anna']],
    lookups: [known && 'id' in known ? known.id : ''],
  });
});

test('a dead code is not asked about again', async () => {
  const { visitAs, script, later } = openVisit();
  script.exchange = { failure: { reason: 'code_reused', errcode: 40163 } };
  expect(await visitAs('code:anna')).toMatchObject({ reason: 'code_reused', errcode: 40163 });
  expect(later.exchanges).toEqual([]);
});

test('the param that a phone brought wins over the entry’s own', async () => {
  const { visitAs, state, params, clock } = openVisit();
  const { state: own, nonce } = state('q');
  await params.keep(nonce, '门票=7&座位', clock.now());
  expect(await visitAs('code:anna', own)).toMatchObject({ param: '门票=7&座位' });
});

test('a disk that refuses the scan loses nothing: the code is not exchanged twice', async () => {
  const { visitAs, state, asked, database } = openVisit();
  const { state: own } = state('p');
  database.exec('PRAGMA query_only = 1');
  await expect(visitAs('code:anna', own)).rejects.toMatchObject({ name: 'StorageFailed', kind: 'read_only' });
  database.exec('PRAGMA query_only = 0');
  expect(await visitAs('code:anna', own)).toMatchObject({ openid: 'anna', verdict: 'followed' });
  expect(asked.exchanges).toBe(1);
});

test('whoever finds the line too long has spent no code and comes again with it', async () => {
  const line = createLine();
  let isFull = true;
  const { visit, visitAs, state, asked } = openVisit({
    of: () => ({ ...line, run: (who, work) => (isFull ? Promise.resolve(null) : line.run(who, work)) }),
  });
  const { state: shared } = state();
  expect(await visit({ code: 'code:anna', state: shared })).toEqual({ kind: 'busy' });
  expect(asked.exchanges).toBe(0);
  expect(await visitAs(undefined, shared)).toMatchObject({ reason: 'denied' });
  isFull = false;
  expect(await visitAs('code:anna', shared)).toMatchObject({ openid: 'anna', visits: 1 });
  isFull = true;
  expect(await visitAs('code:anna', shared)).toMatchObject({ openid: 'anna', visits: 1 });
  expect(asked.exchanges).toBe(1);
});
