/**
 * Asks WeChat again, by itself, about visitors it could not be asked about: the exchange while the code
 * lives (and only in memory: a code is a secret), the look-up for a day, also after a restart.
 */
import { SAME_VISIT } from '#shared/model/scan.ts';
import { isTransient } from '#shared/model/verdict.ts';
import type { Clock, Logger } from '../environment.ts';
import type { Ask } from '../scans/ask.ts';
import { undecided, withoutVerdict } from '../scans/decision.ts';
import { steadyClock } from '../steady-clock.ts';
import type { Decision, ScanStore, StoredScan } from '../storage/scan-store.ts';
import { ONE_VISIT_MS, type Visitors } from './visitors.ts';

const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 5 * 60 * 1000;
/**
 * Whoever waits longest is asked about at least this often, and an answer brings everybody's turn: a network that
 * is back is noticed while the codes of those who wait still live.
 */
const FIRST_IN_LINE_MS = 5000;
const EXCHANGE_FOR_MS = 5 * 60 * 1000;
const LOOK_UP_FOR_MS = 24 * 3600 * 1000;
/** Asked at the same time; more wait, so that a crowd that waited does not meet WeChat's rate limit at once. */
const AT_ONCE = 50;

/** Times are the steady clock's: the wall clock may be set while they wait. */
interface Pending {
  scan: StoredScan;
  code: string | null;
  /** Of the state that brought it, while nobody knew whose scan it is. */
  nonce: string | null;
  attempts: number;
  triedAt: number;
  dueAt: number;
  exchangeUntil: number;
  lookUpUntil: number;
}

export interface Retries {
  exchangeLater(scan: StoredScan, code: string, nonce: string): void;
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
  visitors: Visitors;
  clock: Clock;
  steady?: Clock;
  logger: Logger;
}

export function createRetries({
  ask,
  store,
  visitors,
  clock,
  steady = steadyClock,
  logger,
}: RetryDependencies): Retries {
  const pending = new Map<string, Pending>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let closed = false;

  function add(scan: StoredScan, code: string | null, nonce: string | null): void {
    const now = steady.now();
    // Dated ahead when the clock was set back since; nobody is asked about for longer because of that.
    const age = Math.max(0, clock.now() - Date.parse(scan.scannedAt));
    pending.set(scan.id, {
      scan,
      code,
      nonce,
      attempts: 0,
      triedAt: now,
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

  /** In the order they came. */
  function whoIsDue(): Pending[] {
    const now = steady.now();
    const lines = new Set<string>();
    return [...pending.values()].filter(({ scan, triedAt, dueAt }) => {
      const isFirst = !lines.has(scan.accountId);
      lines.add(scan.accountId);
      return dueAt <= now || (isFirst && triedAt + FIRST_IN_LINE_MS <= now);
    });
  }

  /** WeChat answers for this account: nobody waits for the end of a long pause. */
  function hasten(accountId: string): void {
    for (const item of pending.values()) if (item.scan.accountId === accountId) item.dueAt = steady.now();
  }

  async function runRound(): Promise<void> {
    const due = whoIsDue().slice(0, AT_ONCE);
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
      item.triedAt = steady.now();
      item.dueAt = steady.now() + Math.min(FIRST_DELAY_MS * 2 ** item.attempts, LONGEST_DELAY_MS);
      return;
    }
    await countOnce(item, decision.openid);
    await store.decide(scan.id, decision, clock.now());
    pending.delete(scan.id);
    hasten(scan.accountId);
  }

  /** The second code of one visit became a scan of its own. Its phone keeps its page, and it counts no more. */
  async function countOnce({ scan, nonce }: Pending, openid: string | null): Promise<void> {
    if (nonce === null || openid === null) return;
    const at = Date.parse(scan.scannedAt);
    const { scan: first, isNew } = await visitors.oneScan({ nonce, openid }, at, () => Promise.resolve(scan));
    if (isNew || first.id === scan.id || store.byId(scan.id)?.annulled !== null) return;
    const apartMs = Math.abs(Date.parse(first.scannedAt) - at);
    if (apartMs < ONE_VISIT_MS) await store.annul(scan.id, SAME_VISIT, clock.now());
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
    exchangeLater: add,
    lookUpLater: (scan) => add(scan, null, null),
    isPending: (scanId) => pending.has(scanId),
    pendingOf: (accountId) => [...pending.values()].filter(({ scan }) => scan.accountId === accountId).length,
    resume() {
      for (const scan of store.undecided(clock.now() - LOOK_UP_FOR_MS)) add(scan, null, null);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await round;
    },
  };
}
