/** How long each kind of search takes, asked of the built FollowDesk over its REST API. */

import type { FollowDesk } from './followdesk.ts';
import { followerQuestions, type Question } from './follower-questions.ts';
import { usageOf } from './resources.ts';
import { median } from './statistics.ts';

/** Medians of so many are told. */
const ROUNDS = 3;

/** Milliseconds. */
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

interface Page {
  items: object[];
  nextCursor: string | null;
}

/** Asks for one page. */
export type Ask = (question: Question) => Promise<{ page: Page; taken: number }>;

export function waitsOf(taken: readonly number[]): Waits {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

export function createAsk(desk: FollowDesk, accountId: string): Ask {
  return async function ask(question) {
    const text = Object.entries({ accountId, limit: 100, ...question }).map(([name, value]) => [
      name,
      `${value}`,
    ]);
    const startedAt = performance.now();
    const page = await desk.api<Page>('GET', `/api/followers?${new URLSearchParams(text)}`);
    return { page, taken: performance.now() - startedAt };
  };
}

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

/** All kinds in turn, and that three times: what else the machine does for a minute spoils no kind as a whole. */
export async function timeSearches(
  desk: FollowDesk,
  ask: Ask,
  { followers, questions }: { followers: number; questions: number },
): Promise<SearchTimes[]> {
  const kinds = followerQuestions(followers);
  const asked = new Map<string, Question[]>();
  for (const kind of kinds) {
    const all = Array.from({ length: questions }, (_, turn) => kind.question(turn));
    // A few places far down are enough.
    asked.set(
      kind.name,
      kind.deep ? await Promise.all(all.slice(0, 10).map((one) => deepIn(ask, one))) : all,
    );
  }
  const rounds: { taken: number[]; cpuMs: number }[][] = kinds.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, kind] of kinds.entries()) {
      const different = asked.get(kind.name) ?? [];
      const before = usageOf(desk.pid).cpuMs;
      const taken: number[] = [];
      for (let turn = round; turn < questions; turn += ROUNDS) {
        taken.push((await ask(different[turn % different.length] ?? {})).taken);
      }
      rounds[index]?.push({ taken, cpuMs: (usageOf(desk.pid).cpuMs - before) / taken.length });
    }
  }
  return kinds.map(({ name }, index): SearchTimes => {
    const measured = rounds[index] ?? [];
    const waits = measured.map(({ taken }) => waitsOf(taken));
    return {
      kind: name,
      questions,
      p50: median(waits.map(({ p50 }) => p50)),
      p99: median(waits.map(({ p99 }) => p99)),
      max: Math.max(...waits.map(({ max }) => max)),
      cpuMs: median(measured.map(({ cpuMs }) => cpuMs)),
    };
  });
}
