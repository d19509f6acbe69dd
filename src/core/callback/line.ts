/**
 * The line 排队 at an account's door. So many visits are under way at once; the others wait their turn, and a phone
 * that would wait longer than people do is asked to come again by itself, its code unspent. The rule: whoever was
 * asked goes before whoever comes later, and nobody is asked again until the code is dead.
 */
import type { Clock, Environment } from '../environment.ts';
import { steadyClock } from '../steady-clock.ts';

/** A connection to WeChat each, and a dozen left for look-ups: a call that waits for one uses up its time limit. */
const VISITS_AT_ONCE = 500;
/** What a phone that stands in line costs: a socket, its code and its headers, some 20 kB. */
const LONGEST_LINE = 10_000;
/** How long people look at a page that does not load. */
const PATIENCE_MS = 10_000;
/** A code lives five minutes at WeChat. Who was first asked so long ago waits no more. */
const CODE_IN_DANGER_MS = 3 * 60_000;
const CODE_LIFE_MS = 5 * 60_000;
const TOLD_FOR_MS = 60_000;
const LOOK_EVERY_MS = 250;
/** The weight of the latest visit in what a visit takes. */
const WEIGHT = 1 / 32;

export type LineLimits = NonNullable<Environment['overrides']['line']>;

export interface Line {
  /** Works when it is this visit's turn; null when the phone is to come again. `visit` is the same when it does. */
  run<T>(visit: string, work: () => Promise<T>): Promise<T | null>;
  /** How many phones were asked to come again within the last minute. */
  askedToWait(): number;
  /** Asks who stands in line to come again, and so whoever would have to stand there from now on. */
  close(): void;
}

/** One line per account: a WeChat that is slow for one keeps nobody waiting at another. */
export interface Lines {
  of(accountId: string): Line;
  close(): void;
}

interface InLine {
  visit: string;
  since: number;
  answer(isTurn: boolean): void;
}

interface Asked {
  since: number;
  latest: number;
  isBack: boolean;
}

export function createLine(limits: LineLimits = {}, steady: Clock = steadyClock): Line {
  const { visitsAtOnce = VISITS_AT_ONCE, patienceMs = PATIENCE_MS } = limits;
  let underWay = 0;
  /** What a visit takes once it is its turn, and since when none has ended while every place was taken. */
  let took = 0;
  let progressAt = 0;
  const line = new Set<InLine>();
  /** In the order they were first asked. */
  const asked = new Map<string, Asked>();
  let expected = 0;
  let looking: NodeJS.Timeout | undefined;
  let closed = false;

  function welcome(visit: string): void {
    const before = asked.get(visit);
    if (before === undefined || before.isBack) return;
    before.isBack = true;
    expected -= 1;
  }

  function ask(visit: string, now: number): void {
    for (const [one, { since, isBack }] of asked) {
      if (now - since < CODE_LIFE_MS) break;
      asked.delete(one);
      if (!isBack) expected -= 1;
    }
    const before = asked.get(visit);
    if (before?.isBack !== false) expected += 1;
    asked.set(visit, { since: before?.since ?? now, latest: now, isBack: false });
  }

  /** How long the last of so many would wait. When nothing ends, visits take at least as long as that lasts. */
  function waitOf(ahead: number, now: number): number {
    return (ahead * Math.max(took, now - progressAt)) / visitsAtOnce;
  }

  /** Who has waited longer than was expected loses the place in line and keeps the precedence. */
  function look(): void {
    const now = steady.now();
    for (const one of line) {
      if (!closed && now - one.since < patienceMs) break;
      line.delete(one);
      ask(one.visit, now);
      one.answer(false);
    }
    if (line.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }

  /** True when it is this visit's turn, which then has a place; else whether it will be. */
  function turn(visit: string, now: number): true | Promise<boolean> {
    const since = asked.get(visit)?.since;
    const isInDanger = since !== undefined && now - since > CODE_IN_DANGER_MS;
    const isFree = underWay < visitsAtOnce;
    if (isFree || isInDanger) {
      underWay += 1;
      if (underWay === visitsAtOnce) progressAt = now;
      welcome(visit);
      return true;
    }
    const ahead = line.size + (since === undefined ? expected : 0);
    if (closed || line.size >= LONGEST_LINE || waitOf(ahead, now) > patienceMs) {
      ask(visit, now);
      return Promise.resolve(false);
    }
    welcome(visit);
    looking ??= setInterval(look, LOOK_EVERY_MS).unref();
    return new Promise((answer) => line.add({ visit, since: now, answer }));
  }

  /** The place goes to whoever is first in line. */
  function leave(startedAt: number): void {
    progressAt = steady.now();
    const ms = progressAt - startedAt;
    took = took === 0 ? ms : took + (ms - took) * WEIGHT;
    const [first] = line;
    if (first === undefined || underWay > visitsAtOnce) {
      underWay -= 1;
      return;
    }
    line.delete(first);
    first.answer(true);
  }

  return {
    async run(visit, work) {
      let startedAt = steady.now();
      const isTurn = turn(visit, startedAt);
      if (isTurn !== true) {
        if (!(await isTurn)) return null;
        startedAt = steady.now();
      }
      try {
        return await work();
      } finally {
        leave(startedAt);
      }
    },
    askedToWait() {
      const from = steady.now() - TOLD_FOR_MS;
      return [...asked.values()].filter(({ latest }) => latest > from).length;
    },
    close() {
      closed = true;
      look();
    },
  };
}

export function createLines(limits?: LineLimits): Lines {
  const lines = new Map<string, Line>();
  return {
    of(accountId) {
      const known = lines.get(accountId);
      if (known) return known;
      const line = createLine(limits);
      lines.set(accountId, line);
      return line;
    },
    close() {
      for (const line of lines.values()) line.close();
    },
  };
}
