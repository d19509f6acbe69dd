/** Whom nobody may ask about any more: people who were erased while a retry waited. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRetries } from '#core/callback/retries.ts';
import type { Decision } from '#core/storage/scan-store.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

function open() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { store, clock } = openScanDatabase();
  const steady = manualClock(0);
  const asked: string[] = [];
  const follows: Decision = {
    openid: 'anna',
    unionid: null,
    verdict: 'followed',
    reason: null,
    errcode: null,
    ip: null,
    subscribeTime: null,
    subscribeScene: null,
  };
  const retries = createRetries({
    ask: {
      exchange: () => Promise.reject(new Error('no code waits here')),
      async aboutFollow(_account, openid) {
        asked.push(openid);
        return follows;
      },
    },
    store,
    clock,
    steady,
    logger: recordingLogger(),
  });
  onTestFinished(() => retries.close());
  /** Lets the next round come, and end. */
  async function nextRound(): Promise<void> {
    clock.advance(10_000);
    steady.advance(10_000);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(retries.isPending(waiting.id)).toBe(false));
  }
  let waiting = { id: '' };
  async function wait() {
    const scan = await store.insert(
      newScan({ openid: 'anna', verdict: 'unknown', reason: 'network', scannedAt: clock.now() }),
    );
    waiting = scan;
    retries.lookUpLater(scan);
    return scan;
  }
  return { store, clock, asked, wait, nextRound };
}

test('somebody who waits is asked about again', async () => {
  const { store, asked, wait, nextRound } = open();
  const { id } = await wait();
  await nextRound();
  expect(asked).toEqual(['anna']);
  expect(store.byId(id)?.verdict).toBe('followed');
});

test.each([
  ['back', -3_600_000],
  ['forward', 365 * 24 * 3_600_000],
])('a clock set %s meanwhile changes nothing', async (_direction, ms) => {
  const { store, clock, asked, wait, nextRound } = open();
  const { id } = await wait();
  clock.advance(ms);
  await nextRound();
  expect(asked).toEqual(['anna']);
  expect(store.byId(id)?.verdict).toBe('followed');
});

test('somebody who was erased is not', async () => {
  const { store, asked, wait, nextRound } = open();
  const { id } = await wait();
  await store.erase('anna', ['anna']);
  await nextRound();
  expect(asked).toEqual([]);
  expect(store.byId(id)).toMatchObject({ verdict: 'unknown', reason: 'network', openid: null });
});
