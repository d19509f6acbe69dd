/** Who is asked about again, how soon, and whom nobody may ask about any more. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRetries } from '#core/callback/retries.ts';
import { createVisitors } from '#core/callback/visitors.ts';
import { atOnce } from '#core/in-turns.ts';
import { decided, undecided } from '#core/scans/decision.ts';
import { parseUser } from '#core/wechat/user-info.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

function open() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { store, clock } = openScanDatabase();
  const steady = manualClock(0);
  const asked: string[] = [];
  const wechat = { away: false };
  const retries = createRetries({
    ask: {
      exchange: async (_account, code) => ({
        openid: code.split(':')[0] ?? '',
        unionid: null,
        snapshotUser: false,
      }),
      async aboutFollow(_account, openid) {
        asked.push(openid);
        return wechat.away
          ? undecided({ reason: 'network', errcode: null }, openid, null)
          : decided(parseUser({ subscribe: 1, openid }, openid), openid, null);
      },
    },
    store,
    visitors: createVisitors(store, clock),
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
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1000);
      steady.advance(1000);
      await vi.advanceTimersByTimeAsync(1000);
    }
  }
  let waiting = { id: '' };
  async function wait(openid = 'anna') {
    const scan = await store.insert(
      newScan({ openid, verdict: 'unknown', reason: 'network', scannedAt: clock.now() }),
    );
    waiting = scan;
    retries.lookUpLater(scan);
    return scan;
  }
  return { store, clock, steady, asked, wechat, retries, wait, nextRound, pass };
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

test('a scan that is dated ahead, from before the clock was set back, is not asked about for longer', async () => {
  const { clock, steady, asked, wechat, retries, wait, pass } = open();
  wechat.away = true;
  const { id } = await wait();
  clock.advance(-365 * 24 * 3_600_000);
  // As after a start.
  retries.resume();
  steady.advance(25 * 3_600_000);
  await pass(8);
  expect(retries.isPending(id)).toBe(false);
  expect(asked).toEqual([]);
});

test('while WeChat is away, whoever waits longest is asked about often, and an answer brings everybody’s turn', async () => {
  const { asked, wechat, retries, wait, pass } = open();
  wechat.away = true;
  for (const openid of ['anna', 'ben', ...Array.from({ length: 20 }, (_, at) => `other${at}`)])
    await wait(openid);
  await pass(64);
  const times = (openid: string) => asked.filter((each) => each === openid).length;
  expect(times('anna')).toBeGreaterThan(9);
  expect(times('ben')).toBeLessThan(6);
  wechat.away = false;
  await pass(8);
  await vi.waitFor(() => expect(retries.pendingOf('account001')).toBe(0));
});

test('two codes that one visit brought while WeChat was away count once, and two visits count twice', async () => {
  const { store, clock, retries, pass } = open();
  async function bring(code: string, nonce: string) {
    const scan = newScan({ openid: null, verdict: 'unknown', reason: 'network', scannedAt: clock.now() });
    retries.exchangeLater(await store.insert(scan), code, nonce);
  }
  await bring('anna:1', 'door');
  await bring('anna:2', 'door');
  await bring('ben:1', 'door');
  await bring('anna:3', 'another door');
  await pass(10);
  await vi.waitFor(() => expect(retries.pendingOf('account001')).toBe(0));
  expect(atOnce(store.summary({}))).toMatchObject({ followed: 3, unknown: 0, annulled: 1 });
  // Whichever page its phone shows says so.
  expect([...store.all({})].map(({ verdict }) => verdict)).toEqual(Array(4).fill('followed'));
});

test('somebody who was erased is not', async () => {
  const { store, asked, wait, nextRound } = open();
  const { id } = await wait();
  await store.erase('anna', ['anna']);
  await nextRound();
  expect(asked).toEqual([]);
  expect(store.byId(id)).toMatchObject({ verdict: 'unknown', reason: 'network', openid: null });
});
