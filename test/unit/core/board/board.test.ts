/** What a projector may show: numbers and verdicts of the chosen entries, and nobody. */
import { expect, test } from 'vitest';
import { createBoard } from '#core/board/board.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import type { Entry } from '#shared/model/entry.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const gate = (number: number): Entry => ({
  id: `gate${number}`,
  accountId: 'account001',
  name: `门 ${number}`,
  scope: 'snsapi_base',
  param: '',
});

function open(entries = [gate(1), gate(2)]) {
  const { store, folder, clock } = openScanDatabase();
  const file = openSettingsFile({ dataFolder: folder, openSettings: plainSettingsStore, clock });
  const board = createBoard({
    file,
    accounts: { list: () => [{ id: 'account001', name: '咖啡馆' }] as never },
    entries: { list: () => entries },
    scans: store,
    urlOf: ({ id }) => (id === 'gate2' ? null : `https://door.example/go/${id}`),
    clock,
    pace: { least: 0, most: 60_000 },
  });
  return { board, store };
}

test('each entry has its numbers, and the totals are theirs', async () => {
  const { board, store } = open();
  await store.insert(newScan({ entryId: 'gate1' }));
  await store.insert(newScan({ entryId: 'gate1', verdict: 'unknown', reason: 'network' }));
  const annulled = await store.insert(newScan({ entryId: 'gate2' }));
  await store.annul(annulled.id, 'a test', 0);
  await store.insert(newScan({ entryId: 'gate2', verdict: 'not_followed' }));
  const { title, entries, totals } = board.view();
  expect(title).toBe('咖啡馆');
  expect(entries).toMatchObject([
    { name: '门 1', accountName: '咖啡馆', url: 'https://door.example/go/gate1', scanned: 2, followed: 1 },
    { name: '门 2', url: null, scanned: 1, notFollowed: 1 },
  ]);
  expect(totals).toEqual({ scanned: 3, followed: 1, notFollowed: 1, unknown: 1 });
});

test('the latest verdicts come newest first, without anybody in them', async () => {
  const { board, store } = open();
  for (let scan = 0; scan < 6; scan += 1) {
    await store.insert(newScan({ entryId: 'gate1', openid: 'oOPENID', unionid: 'uUNION', param: 'pPARAM' }));
    await store.insert(newScan({ entryId: 'gate2', openid: 'oOPENID', ip: '203.0.113.7' }));
  }
  const view = board.view();
  expect(view.latest.map(({ id }) => Number(id))).toEqual([12, 11, 10, 9, 8, 7, 6, 5]);
  expect(JSON.stringify(view)).not.toMatch(/oOPENID|uUNION|pPARAM|203\.0\.113/);
  board.changeSettings({ showLatest: false });
  expect(board.view().latest).toEqual([]);
});

test('only chosen entries are shown, in the order chosen; one that is gone is left out', () => {
  const { board } = open([1, 2, 3, 4, 5].map(gate));
  expect(board.view().entries.map(({ id }) => id)).toEqual(['gate1', 'gate2', 'gate3', 'gate4']);
  board.changeSettings({ entryIds: ['gate5', 'gone', 'gate2'], title: ' 开幕 ' });
  expect(board.view().entries.map(({ id }) => id)).toEqual(['gate5', 'gate2']);
  expect(board.view().title).toBe('开幕');
});

test('the feed tells the present, then each change, until nobody reads it', async () => {
  const { board, store } = open();
  const ending = new AbortController();
  const feed = board.live(ending.signal);
  expect((await feed.next()).value?.totals.scanned).toBe(0);
  const changed = feed.next();
  await store.insert(newScan({ entryId: 'gate1' }));
  expect((await changed).value?.totals.scanned).toBe(1);
  const last = feed.next();
  ending.abort();
  expect(await last).toEqual({ value: undefined, done: true });
});

test('a key opens the board until it is replaced or removed', () => {
  const { board } = open();
  expect(board.key.exists()).toBe(false);
  expect(board.key.admits('')).toBe(false);
  const first = board.key.renew();
  expect(first).toMatch(/^fdb_[\w-]{32}$/);
  expect(board.key.admits(first)).toBe(true);
  const second = board.key.renew();
  expect([board.key.admits(first), board.key.admits(second)]).toEqual([false, true]);
  board.key.remove();
  expect([board.key.exists(), board.key.admits(second)]).toEqual([false, false]);
});
