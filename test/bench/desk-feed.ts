/** The desk as its operator sees it: the live feed of scans, and how long after a phone's tap each one appears. */
import { setTimeout } from 'node:timers/promises';
import type { Waits } from './follower-searches.ts';
import { percentile } from './statistics.ts';

export interface DeskFeed {
  url: string;
  token: string;
}

/** Milliseconds from tap to desk; `missing`: taps the desk did not hear of. */
export interface DeskWaits extends Waits {
  taps: number;
  missing: number;
}

const patienceMs = 5000;

function openidsIn(events: string): string[] {
  return [...events.matchAll(/"openid":"([^"]+)"/g)].map(([, openid = '']) => openid);
}

/** Opens the feed first, so that no tap is earlier than its reader. */
export async function watchDesk({ url, token }: DeskFeed) {
  const closing = new AbortController();
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: closing.signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`The live feed answered ${answer.status}`);
  const stream = answer.body.pipeThrough(new TextDecoderStream());
  const tapped = new Map<string, number>();
  const waits: number[] = [];
  let taps = 0;

  async function read(): Promise<void> {
    let rest = '';
    for await (const text of stream) {
      const now = performance.now();
      const whole = (rest + text).lastIndexOf('\n\n') + 1;
      const events = (rest + text).slice(0, whole);
      rest = (rest + text).slice(whole);
      for (const openid of openidsIn(events)) {
        const tappedAt = tapped.get(openid);
        if (tappedAt === undefined) continue;
        waits.push(now - tappedAt);
        tapped.delete(openid);
      }
    }
  }
  const reading = read().catch(() => undefined);

  return {
    tap(openid: string): void {
      taps += 1;
      tapped.set(openid, performance.now());
    },
    /** Waits for those on their way and closes the feed. */
    async end(): Promise<DeskWaits> {
      const endsAt = performance.now() + patienceMs;
      while (tapped.size > 0 && performance.now() < endsAt) await setTimeout(20);
      closing.abort();
      await reading;
      const sorted = waits.toSorted((one, other) => one - other);
      return {
        p50: percentile(sorted, 0.5),
        p99: percentile(sorted, 0.99),
        max: sorted.at(-1) ?? Number.NaN,
        taps,
        missing: tapped.size,
      };
    },
  };
}
