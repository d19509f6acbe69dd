/**
 * A directory of a million followers: how soon the built FollowDesk answers each kind of search, and what a sync
 * of it costs those who wait meanwhile: whoever pages through the directory, and a phone at the door.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fillFollowers } from './fill-followers.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { followerQuestions, type Kind, type Question } from './follower-questions.ts';
import { startHelper } from './helpers.ts';
import { usageOf } from './resources.ts';
import { appId, appSecret } from './wechat-standin.ts';

export interface Waits {
  p50: number;
  p99: number;
  max: number;
}

export interface SearchTimes extends Waits {
  kind: string;
  questions: number;
  /** Of FollowDesk's whole process, for each question: what a quieter machine would come down to. */
  cpuMs: number;
}

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

export interface StoredFollowers {
  followers: number;
  fillSeconds: number;
  readyMs: number;
  searches: SearchTimes[];
  sync: SyncTimes;
}

interface Page {
  items: object[];
  nextCursor: string | null;
}

export interface FollowerPlan {
  followers: number;
  /** Questions of each kind. */
  questions: number;
  syncMilliseconds: number;
}

function waitsOf(taken: readonly number[]): Waits {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function opened(desk: FollowDesk, accountId: string) {
  return async function ask(question: Question): Promise<{ page: Page; taken: number }> {
    const text = Object.entries({ accountId, limit: 100, ...question }).map(([name, value]) => [
      name,
      `${value}`,
    ]);
    const startedAt = performance.now();
    const page = await desk.api<Page>('GET', `/api/followers?${new URLSearchParams(text)}`);
    return { page, taken: performance.now() - startedAt };
  };
}

type Ask = ReturnType<typeof opened>;

/** A cursor some six thousand people down the list, or as far as it goes. */
async function deepIn(ask: Ask, question: Question): Promise<Question> {
  let reached = question;
  for (let pages = 0; pages < 12; pages += 1) {
    const { nextCursor } = (await ask({ ...reached, limit: 500 })).page;
    if (nextCursor === null) break;
    reached = { ...question, cursor: nextCursor };
  }
  return reached;
}

async function timeKind(desk: FollowDesk, ask: Ask, kind: Kind, questions: number): Promise<SearchTimes> {
  const asked: Question[] = [];
  for (let turn = 0; turn < questions; turn += 1) {
    const question = kind.question(turn);
    asked.push(kind.deep ? await deepIn(ask, question) : question);
  }
  const before = usageOf(desk.pid).cpuMs;
  const taken: number[] = [];
  for (const question of asked) taken.push((await ask(question)).taken);
  const cpuMs = (usageOf(desk.pid).cpuMs - before) / questions;
  return { kind: kind.name, questions, cpuMs, ...waitsOf(taken) };
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

async function timeSync(desk: FollowDesk, ask: Ask, accountId: string, forMs: number): Promise<SyncTimes> {
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

  type Progress = { fetched: number };
  await desk.api('POST', '/api/followers/sync', { accountId });
  const door = repeatedly(knock);
  const startedAt = performance.now();
  await setTimeout(forMs / 2);
  // One that is paused looks all those of its page up again that it has already.
  await desk.api('POST', '/api/followers/sync/pause', { accountId });
  await desk.api('POST', '/api/followers/sync', { accountId });
  const waits = await (async () => {
    const pages = repeatedly(async () => (await ask({})).taken);
    await setTimeout(forMs / 2);
    return pages();
  })();
  const { fetched } = await desk.api<Progress>('POST', '/api/followers/sync/pause', { accountId });
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

export async function measureStoredFollowers(folder: string, plan: FollowerPlan): Promise<StoredFollowers> {
  const { followers, questions, syncMilliseconds } = plan;
  const dataFolder = join(folder, 'stored-followers');
  const { ready, helper: wechat } = await startHelper<{ url: string }, object, object>('follower-wechat.ts', {
    followers,
  });
  try {
    const first = await startFollowDesk(dataFolder);
    const addresses = { apiBaseUrl: ready.url, authorizeBaseUrl: ready.url };
    const account = { appId, appSecret, ...addresses };
    const { id: accountId } = await first.api<{ id: string }>('POST', '/api/accounts', account);
    await first.close();
    const startedAt = performance.now();
    await fillFollowers(join(dataFolder, 'scans.db'), accountId, followers);
    const fillSeconds = (performance.now() - startedAt) / 1000;

    const desk = await startFollowDesk(dataFolder);
    const ask = opened(desk, accountId);
    const searches: SearchTimes[] = [];
    // The first ones find the code cold.
    for (let turn = 0; turn < 20; turn += 1) await ask({});
    for (const kind of followerQuestions(followers))
      searches.push(await timeKind(desk, ask, kind, questions));
    const sync = await timeSync(desk, ask, accountId, syncMilliseconds);
    await desk.close();
    return { followers, fillSeconds, readyMs: desk.readyMs, searches, sync };
  } finally {
    await wechat.close();
  }
}
