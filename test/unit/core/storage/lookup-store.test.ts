/** Look-ups on disk: a hundred is there with its counts or not at all, and a full disk is told as one. */
import { expect, test } from 'vitest';
import { StorageFailed } from '#core/errors.ts';
import type { LookupAnswer } from '#core/storage/lookup-store.ts';
import { createLookupStore } from '#core/storage/sqlite/lookup-store.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const FOLLOWED: LookupAnswer = {
  verdict: 'followed',
  reason: null,
  errcode: null,
  raw: { subscribe: 1, remark: '"晨光" \u0001' },
};

function people(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `o${index}`);
}

function answersTo(openids: readonly string[]): Map<string, LookupAnswer> {
  return new Map(openids.map((openid) => [openid, FOLLOWED]));
}

function open(folder = temporaryFolder()) {
  const { database, commits } = openScanDatabase(folder);
  const store = createLookupStore(database, commits);
  async function begin(id: string, openids: readonly string[]): Promise<void> {
    await store.begin({ id, accountId: 'acc', startedAt: 1, openids, answers: new Map() }, 50);
  }
  return { store, begin, database, folder };
}

test('answers are kept as they came, across sessions, and the first one stays', async () => {
  const { store, begin, database, folder } = open();
  await begin('one', people(250));
  await store.answer('one', 2, answersTo(['o249', 'o1', 'o200']));
  await store.answer('one', 2, new Map([['o249', { ...FOLLOWED, raw: null }]]));
  database.close();
  const later = open(folder).store;
  expect([...later.people('one', 0)]).toEqual([
    { position: 200, openid: 'o200', answer: FOLLOWED },
    { position: 249, openid: 'o249', answer: FOLLOWED },
  ]);
  expect(later.get('one')).toMatchObject({
    asked: 250,
    answered: 2,
    followed: 2,
    notFollowed: 0,
    unknown: 0,
  });
  expect(later.pending('one')).toEqual([0, 1, 2]);
  expect(later.unanswered('one', 2)).toEqual(people(250).slice(201, 249));
});

test('what ran when the folder was last open has paused; the rest stands as it stood', async () => {
  const { store, begin, database, folder } = open();
  const standing = { endedAt: null, reason: 'quota', errcode: 45009, resumesAt: 9 } as const;
  for (const state of ['running', 'waiting', 'failed', 'done'] as const) {
    await begin(state, people(1));
    await store.stand(state, { ...standing, state });
  }
  database.close();
  const states = open(folder).store.list('acc');
  expect(states.map(({ id, state, reason }) => [id, state, reason])).toEqual([
    ['done', 'done', 'quota'],
    ['failed', 'failed', 'quota'],
    ['waiting', 'paused', null],
    ['running', 'paused', null],
  ]);
});

test('a disk that refuses keeps nothing by halves', async () => {
  const { store, begin, database } = open();
  await begin('one', people(100));
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
  database.exec(`PRAGMA max_page_count = ${pages + 2}`);
  await expect(begin('two', people(10_000))).rejects.toMatchObject({ name: 'StorageFailed', kind: 'full' });
  expect(store.get('two')).toBeNull();
  expect(store.pending('two')).toEqual([]);
  const large = { ...FOLLOWED, raw: { remark: 'x'.repeat(50_000) } };
  await expect(store.answer('one', 0, new Map([['o5', large]]))).rejects.toBeInstanceOf(StorageFailed);
  expect(store.get('one')).toMatchObject({ asked: 100, answered: 0 });
  expect(store.unanswered('one', 0)).toHaveLength(100);
});

test('an openid is erased wherever it stands, and only that one', async () => {
  const { store, begin } = open();
  const openids = ['o"1', 'o1', 'o11', 'o\\1'];
  await begin('one', openids);
  await begin('two', ['o1']);
  await store.answer('one', 0, answersTo(openids));
  expect(store.erase('acc', 'o"1')).toBe(1);
  expect(store.erase('acc', 'o1')).toBe(2);
  expect([...store.people('one', 0)].map(({ openid }) => openid)).toEqual(['o11', 'o\\1']);
  expect(store.get('one')).toMatchObject({ asked: 2, answered: 2 });
  expect(store.pending('two')).toEqual([]);
  await store.answer('two', 0, answersTo(['o1']));
  expect(store.get('two')).toMatchObject({ asked: 0, answered: 0 });
});

test('a large one is removed a few results at a time', async () => {
  const { store, begin, database } = open();
  await begin('one', people(5_100));
  await begin('two', people(10));
  const left = () => database.prepare('SELECT count(*) AS hundreds FROM lookup_hundreds').get();
  expect([store.removeSome('one'), left()]).toEqual([true, { hundreds: 2 }]);
  expect([store.removeSome('one'), store.removeSome('one')]).toEqual([true, false]);
  expect(store.unanswered('two', 0)).toHaveLength(10);
});
