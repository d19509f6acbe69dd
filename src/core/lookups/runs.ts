/**
 * The look-ups at work in this session: each walks through its people until everybody is answered, waits
 * where waiting helps, and is stopped between two hundreds. One look-up never has two runs asking at once.
 */
import type { Clock, Logger } from '../environment.ts';
import { countdown } from '../steady-clock.ts';
import type { LookupStanding, LookupStore } from '../storage/lookup-store.ts';
import type { createWait } from '../wechat/patience.ts';
import type { AskPending } from './ask-pending.ts';
import { goesOnAt, setbackOf } from './setback.ts';

export interface Runs {
  /** Goes on with it, after the hundreds that an earlier run of it has in flight. Nothing after `close`. */
  begin(id: string, accountId: string): void;
  /** Has it ask nobody any more. What becomes of it is for the caller to store. */
  stop(id: string): void;
  /** True until what it has in flight has come back, also after it was stopped. */
  has(id: string): boolean;
  isAtWork(id: string): boolean;
  /** Stops all; resolves when nothing is in flight. */
  close(): Promise<void>;
}

interface Run {
  id: string;
  accountId: string;
  isStopped: boolean;
  waiting: ReturnType<typeof createWait>;
  settled: Promise<void>;
}

/** A machine that sleeps stops its timers, not the clock: the clock is looked at this often. */
const LONGEST_NAP_MS = 30_000;

export const UNTROUBLED = { endedAt: null, reason: null, errcode: null, resumesAt: null } as const;

export function createRuns(dependencies: {
  askPending: AskPending;
  store: LookupStore;
  clock: Clock;
  logger: Logger;
  openWait: typeof createWait;
  /** Something about this look-up is different on disk. */
  publish(id: string): void;
}): Runs {
  const { askPending, store, clock, logger, openWait, publish } = dependencies;
  const runs = new Map<string, Run>();
  let closed = false;

  async function stand(run: Run, standing: LookupStanding): Promise<void> {
    if (run.isStopped) return;
    await store.stand(run.id, standing);
    publish(run.id);
  }

  async function waitUntil(run: Run, at: number): Promise<void> {
    const left = countdown(at, clock);
    while (left() > 0 && !run.isStopped) await run.waiting.wait(Math.min(left(), LONGEST_NAP_MS));
  }

  /** @throws StorageFailed when how it stands cannot be written */
  async function work(run: Run): Promise<void> {
    const { id, accountId } = run;
    let setbacks = 0;
    while (!run.isStopped) {
      const trouble = await askPending({
        id,
        accountId,
        isStopped: () => run.isStopped,
        onAnswers() {
          setbacks = 0;
          publish(id);
        },
      });
      if (trouble === null) return stand(run, { ...UNTROUBLED, state: 'done', endedAt: clock.now() });
      const setback = setbackOf(trouble);
      const resumesAt = goesOnAt(setback, setbacks, clock.now());
      setbacks += 1;
      const detail = trouble instanceof Error ? trouble.message : null;
      logger.warn({ lookup: id, accountId, ...setback, resumesAt, detail }, 'a look-up cannot go on');
      if (resumesAt === null) return stand(run, { ...UNTROUBLED, ...setback, state: 'failed' });
      await stand(run, { ...UNTROUBLED, ...setback, state: 'waiting', resumesAt });
      await waitUntil(run, resumesAt);
      await stand(run, { ...UNTROUBLED, state: 'running' });
    }
  }

  /** Never rejects. */
  async function runAfter(before: Promise<void> | undefined, run: Run): Promise<void> {
    await before;
    try {
      await work(run);
    } catch (error) {
      logger.error({ lookup: run.id, detail: String(error) }, 'how a look-up stands is not stored');
    }
    if (runs.get(run.id) === run) runs.delete(run.id);
    // Who listens learns by this that nothing is in flight any more.
    publish(run.id);
  }

  function stop(id: string): void {
    const run = runs.get(id);
    if (!run) return;
    run.isStopped = true;
    run.waiting.close();
  }

  return {
    begin(id, accountId) {
      if (closed) return;
      const before = runs.get(id)?.settled;
      stop(id);
      const run: Run = { id, accountId, isStopped: false, waiting: openWait(), settled: Promise.resolve() };
      runs.set(id, run);
      run.settled = runAfter(before, run);
    },
    stop,
    has: (id) => runs.has(id),
    isAtWork: (id) => runs.get(id)?.isStopped === false,
    async close() {
      closed = true;
      for (const id of runs.keys()) stop(id);
      await Promise.all([...runs.values()].map(({ settled }) => settled));
    },
  };
}
