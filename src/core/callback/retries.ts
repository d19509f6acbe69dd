/**
 * Asks WeChat again, by itself, about visitors it could not be asked about: the exchange while the code
 * lives (and only in memory: a code is a secret), the look-up for a day, also after a restart.
 */
import { isTransient } from '#shared/model/verdict.ts';
import type { Clock, Logger } from '../environment.ts';
import type { Ask } from '../scans/ask.ts';
import { undecided, withoutVerdict } from '../scans/decision.ts';
import { steadyClock } from '../steady-clock.ts';
import type { Decision, ScanStore, StoredScan } from '../storage/scan-store.ts';

const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 5 * 60 * 1000;
const EXCHANGE_FOR_MS = 5 * 60 * 1000;
const LOOK_UP_FOR_MS = 24 * 3600 * 1000;
/** Asked at the same time; more wait, so that a crowd that waited does not meet WeChat's rate limit at once. */
const AT_ONCE = 50;

/** Times are the steady clock's: the wall clock may be set while they wait. */
interface Pending {
  scan: StoredScan;
  code: string | null;
  attempts: number;
  dueAt: number;
  exchangeUntil: number;
  lookUpUntil: number;
}

export interface Retries {
  exchangeLater(scan: StoredScan, code: string): void;
  lookUpLater(scan: StoredScan): void;
  /** True while this scan will be asked about again without anybody doing anything. */
  isPending(scanId: string): boolean;
  /** How many scans of this account are. */
  pendingOf(accountId: string): number;
  /** Takes up what an earlier run left undecided. */
  resume(): void;
  close(): Promise<void>;
}

export interface RetryDependencies {
  ask: Ask;
  store: ScanStore;
  clock: Clock;
  steady?: Clock;
  logger: Logger;
}

export function createRetries({
  ask,
  store,
  clock,
  steady = steadyClock,
  logger,
}: RetryDependencies): Retries {
  const pending = new Map<string, Pending>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let closed = false;

  function add(scan: StoredScan, code: string | null): void {
    const now = steady.now();
    const age = clock.now() - Date.parse(scan.scannedAt);
    pending.set(scan.id, {
      scan,
      code,
      attempts: 0,
      dueAt: now + FIRST_DELAY_MS,
      exchangeUntil: now + EXCHANGE_FOR_MS - age,
      lookUpUntil: now + LOOK_UP_FOR_MS - age,
    });
    plan();
  }

  function plan(): void {
    if (closed || timer !== undefined || pending.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      round = runRound().finally(plan);
    }, FIRST_DELAY_MS / 2);
    timer.unref();
  }

  async function runRound(): Promise<void> {
    const due = [...pending.values()].filter(({ dueAt }) => dueAt <= steady.now()).slice(0, AT_ONCE);
    await Promise.all(
      due.map((item) =>
        tryAgain(item).catch((error) => logger.error({ scan: item.scan.id, err: error }, 'a retry failed')),
      ),
    );
  }

  async function tryAgain(item: Pending): Promise<void> {
    const { scan } = item;
    // In the meantime somebody may have asked by hand, or erased the person.
    const now = store.unlessErased(scan.id);
    if (!isTransient(now?.reason ?? null)) {
      pending.delete(scan.id);
      return;
    }
    if (steady.now() > (item.code === null ? item.lookUpUntil : item.exchangeUntil)) {
      pending.delete(scan.id);
      if (item.code !== null) await store.decide(scan.id, withoutVerdict('code_expired'), clock.now());
      return;
    }
    const decision = await askAgain(item);
    if (isTransient(decision.reason)) {
      item.attempts += 1;
      item.dueAt = steady.now() + Math.min(FIRST_DELAY_MS * 2 ** item.attempts, LONGEST_DELAY_MS);
      return;
    }
    await store.decide(scan.id, decision, clock.now());
    pending.delete(scan.id);
  }

  async function askAgain(item: Pending): Promise<Decision> {
    const { scan } = item;
    if (item.code !== null) {
      const answer = await ask.exchange(scan.accountId, item.code);
      if ('failure' in answer) return undecided(answer.failure, null, null);
      if (answer.snapshotUser) return withoutVerdict('snapshot_user');
      item.code = null;
      const known = await store.decide(
        scan.id,
        undecided({ reason: 'network', errcode: null }, answer.openid, answer.unionid),
        clock.now(),
      );
      if (known) item.scan = known;
    }
    const { openid, unionid, accountId } = item.scan;
    if (openid === null) return withoutVerdict('code_invalid');
    return ask.aboutFollow(accountId, openid, unionid);
  }

  return {
    exchangeLater: (scan, code) => add(scan, code),
    lookUpLater: (scan) => add(scan, null),
    isPending: (scanId) => pending.has(scanId),
    pendingOf: (accountId) => [...pending.values()].filter(({ scan }) => scan.accountId === accountId).length,
    resume() {
      for (const scan of store.undecided(clock.now() - LOOK_UP_FOR_MS)) add(scan, null);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await round;
    },
  };
}
