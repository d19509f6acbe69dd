/** One visit is one scan; what is remembered of it is a hint that the scan's own row confirms or not. */
import { expect, test } from 'vitest';
import { createVisitors, ONE_VISIT_MS } from '#core/callback/visitors.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const anna = { nonce: '0123456789abcdef', openid: 'oAnna_0123456789_0123456789a' };

function open() {
  const { store, clock } = openScanDatabase();
  const visitors = createVisitors(store, clock);
  let made = 0;
  async function visit(visitor: Parameters<typeof visitors.oneScan>[0], at = clock.now()) {
    const { scan, isNew } = await visitors.oneScan(visitor, at, () => {
      made += 1;
      return store.insert(newScan({ openid: visitor.openid, scannedAt: at }));
    });
    return { id: scan.id, isNew };
  }
  return { store, clock, visit, made: () => made };
}

test('whoever comes while a visit is under way, and within its minute, has its scan', async () => {
  const { visit, clock, made } = open();
  const [first, second] = await Promise.all([visit(anna), visit(anna)]);
  expect([first?.isNew, second]).toEqual([true, { id: first?.id, isNew: false }]);
  clock.advance(ONE_VISIT_MS - 1);
  expect(await visit(anna)).toEqual({ id: first?.id, isNew: false });
  clock.advance(1);
  expect(await visit(anna)).toMatchObject({ isNew: true });
  expect(made()).toBe(2);
});

test('another person, another screen and a visit of long ago are scans of their own', async () => {
  const { visit, clock, made } = open();
  await visit(anna);
  await visit({ ...anna, openid: 'oBert_0123456789_0123456789b' });
  await visit({ ...anna, nonce: 'fedcba9876543210' });
  await visit({ ...anna, openid: null });
  await visit(anna, clock.now() - ONE_VISIT_MS);
  expect(made()).toBe(5);
});

test('who was erased, or turned out to be somebody else, is not met again', async () => {
  const { visit, store, clock } = open();
  const first = await visit(anna);
  await store.erase(anna.openid, []);
  const second = await visit(anna);
  expect(second).toMatchObject({ isNew: true });
  expect(second.id).not.toBe(first.id);
  const scan = store.byId(second.id);
  if (scan) await store.decide(scan.id, { ...scan, openid: 'oBert_0123456789_0123456789b' }, clock.now());
  expect(await visit(anna)).toMatchObject({ isNew: true });
});

test('a visit that failed is made again by the next', async () => {
  const { store, clock } = openScanDatabase();
  const visitors = createVisitors(store, clock);
  const refuse = () => Promise.reject(new Error('the disk is full'));
  await expect(visitors.oneScan(anna, clock.now(), refuse)).rejects.toThrow('the disk is full');
  const make = () => store.insert(newScan({ openid: anna.openid, scannedAt: clock.now() }));
  expect(await visitors.oneScan(anna, clock.now(), make)).toMatchObject({ isNew: true });
});
