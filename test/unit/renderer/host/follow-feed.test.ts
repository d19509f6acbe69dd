import { describe, expect, it } from 'vitest';
import { followFeed, pause } from '#renderer/host/follow-feed.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { changeOf } from '../desk/scans.ts';

type Attempt = ScanChange[] | Error;

/** Plays a list of attempts at the feed, then stops. An Error is a feed that does not open. */
async function play(attempts: Attempt[]) {
  const ending = new AbortController();
  const log: string[] = [];
  await followFeed<ScanChange>({
    signal: ending.signal,
    async open(last) {
      const attempt = attempts.shift();
      log.push(`open ${last?.revision ?? null}`);
      if (!attempt) {
        ending.abort();
        return (async function* () {})();
      }
      if (attempt instanceof Error) throw attempt;
      return (async function* () {
        yield* attempt;
      })();
    },
    onOpen: (resumed) => log.push(resumed ? 'resumed' : 'from now'),
    onValue: ({ revision }) => log.push(`change ${revision}`),
    onLost: () => log.push('lost'),
    wait: async (ms) => void log.push(`wait ${ms}`),
  });
  return log;
}

describe('followFeed', () => {
  it('opens a broken feed again after the last revision it saw', async () => {
    const log = await play([[changeOf('a', 1, 41), changeOf('b', 2, 42)], [changeOf('c', 3, 43)]]);
    expect(log).toEqual([
      'open null',
      'from now',
      'change 41',
      'change 42',
      'lost',
      'wait 500',
      'open 42',
      'resumed',
      'change 43',
      'lost',
      'wait 500',
      'open 43',
    ]);
  });

  it('says that changes may be missing while no revision is known', async () => {
    const log = await play([new Error('away'), []]);
    expect(log.filter((line) => line === 'from now')).toHaveLength(1);
    expect(log).not.toContain('resumed');
  });

  it('waits longer after each failure, up to five seconds, and starts over once a change came', async () => {
    const away = () => new Error('away');
    const log = await play([away(), away(), away(), away(), away(), [changeOf('a', 1, 1)], away()]);
    expect(log.filter((line) => line.startsWith('wait'))).toEqual(
      [500, 1_000, 2_000, 5_000, 5_000, 500, 1_000].map((ms) => `wait ${ms}`),
    );
  });
});

describe('a feed that nobody listens to any more', () => {
  it('tells nothing, even what it had ready', async () => {
    const ending = new AbortController();
    const heard: string[] = [];
    await followFeed<string>({
      signal: ending.signal,
      async open() {
        return (async function* () {
          yield 'before';
          ending.abort();
          yield 'after';
        })();
      },
      onValue: (value) => heard.push(value),
      wait: () => Promise.reject(new Error('nothing to wait for')),
    });
    expect(heard).toEqual(['before']);
  });
});

describe('pause', () => {
  it('ends at once when it is no longer wanted', async () => {
    const ending = new AbortController();
    const paused = pause(3_600_000, ending.signal);
    ending.abort();
    await expect(paused).resolves.toBeUndefined();
  });
});
