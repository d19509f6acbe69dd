/** What a sync of a large directory costs those who wait meanwhile: a page of it, and a phone at the door. */
import { setTimeout } from 'node:timers/promises';
import type { FollowDesk } from './followdesk.ts';
import { type Ask, type Waits, waitsOf } from './follower-searches.ts';
import { usageOf } from './resources.ts';

/** Waits in milliseconds, memory in bytes. */
export interface SyncTimes {
  peoplePerSecond: number;
  /** Pages of the directory, asked for while it was written. */
  pages: Waits;
  /** The callback listener's shortest answer, before and during the sync: what any phone waits at least. */
  quietDoor: Waits;
  door: Waits;
  residentBefore: number;
  residentPeak: number;
}

/** Asks over and over, with pauses, until told to stop. */
function repeatedly(work: () => Promise<number>): () => Promise<Waits> {
  let running = true;
  const taken: number[] = [];
  const done = (async () => {
    while (running) {
      taken.push(await work());
      await setTimeout(10);
    }
  })();
  return async () => {
    running = false;
    await done;
    return waitsOf(taken);
  };
}

export async function timeSync(
  desk: FollowDesk,
  ask: Ask,
  accountId: string,
  forMs: number,
): Promise<SyncTimes> {
  let residentPeak = 0;
  async function knock(): Promise<number> {
    const startedAt = performance.now();
    await (await fetch(`${desk.callbackUrl}/healthz`)).arrayBuffer();
    residentPeak = Math.max(residentPeak, usageOf(desk.pid).residentBytes);
    return performance.now() - startedAt;
  }
  const quiet = repeatedly(knock);
  await setTimeout(Math.min(forMs, 5000));
  const quietDoor = await quiet();
  const residentBefore = residentPeak;

  await desk.api('POST', '/api/followers/sync', { accountId });
  const door = repeatedly(knock);
  const startedAt = performance.now();
  await setTimeout(forMs / 2);
  // One that was paused passes over all those of its page whom it has already.
  await desk.api('POST', '/api/followers/sync/pause', { accountId });
  await setTimeout(500);
  await desk.api('POST', '/api/followers/sync', { accountId });
  const waits = await (async () => {
    const pages = repeatedly(async () => (await ask({})).taken);
    await setTimeout(forMs / 2);
    return pages();
  })();
  const { fetched } = await desk.api<{ fetched: number }>('POST', '/api/followers/sync/pause', { accountId });
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    peoplePerSecond: fetched / seconds,
    pages: waits,
    quietDoor,
    door: await door(),
    residentBefore,
    residentPeak,
  };
}
