/**
 * Look-ups: many people asked about in one go, kept as history. What is answered is on disk and never asked
 * again, so that pausing, a failure, a closed or a killed host cost nothing but the hundreds in flight. They
 * run beside visitors, whose questions have a way of their own.
 */
import type { Lookup, LookupInput, LookupRow, LookupRowPage, LookupRowQuery } from '#shared/model/lookup.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock, Logger } from '../environment.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { createProgressFeed } from '../progress-feed.ts';
import type { LookupRecord, LookupStanding, LookupStore } from '../storage/lookup-store.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import { createWait } from '../wechat/patience.ts';
import { createAskPending } from './ask-pending.ts';
import { lookupOf, rowOf, whoIsAsked } from './lookup-shape.ts';
import { createRuns, UNTROUBLED } from './runs.ts';

export interface Lookups {
  /** Stores it and begins; what it finds is on the feed. @throws NotFound of the account, StorageFailed */
  start(input: LookupInput): Promise<Lookup>;
  /** Newest first; every account's when none is named. The last fifty of an account are kept. */
  list(accountId?: string): Lookup[];
  /** @throws NotFound */
  get(id: string): Lookup;
  /** Those answered so far, in the order given. @throws NotFound */
  results(query: LookupRowQuery): LookupRowPage;
  /** The same, all of them, read from the disk a hundred at a time. @throws NotFound */
  rows(id: string): Iterable<LookupRow>;
  /**
   * The present state, then each change, until it is done, canceled (with what was in flight) or removed, or the
   * signal aborts: paused, waiting and failed ones may go on. @throws NotFound
   */
  progress(id: string, signal: AbortSignal | undefined): AsyncGenerator<Lookup>;
  /** Asks nobody any more; the hundreds in flight are still counted. @throws NotFound, StorageFailed */
  pause(id: string): Promise<Lookup>;
  /** Goes on with one that paused, waits or failed. @throws NotFound, StorageFailed */
  resume(id: string): Promise<Lookup>;
  /** Ends it for good; its answers stay. @throws NotFound, StorageFailed */
  cancel(id: string): Promise<Lookup>;
  /** @throws NotFound, StorageFailed */
  remove(id: string): Promise<void>;
  /** Takes one person out of the account's look-ups. @returns how many rows went. @throws StorageFailed */
  eraseOpenid(accountId: string, openid: string): number;
  /** Removes those started before, but not one at work. @returns how many. @throws StorageFailed */
  deleteBefore(at: number): Promise<number>;
  /** Removes those of an account that was removed. @throws StorageFailed */
  forget(accountId: string): Promise<void>;
  /** Stops what runs after the hundreds in flight; the next session finds it paused. */
  close(): Promise<void>;
}

export interface LookupDependencies {
  client: { lookupMany: LookupMany };
  accounts: Pick<Accounts, 'get' | 'credentials'>;
  store: LookupStore;
  clock: Clock;
  logger: Logger;
  /** How waiting is done; each look-up opens its own, to be able to end it. */
  openWait?: typeof createWait;
}

const KEPT = 50;

export function createLookups(dependencies: LookupDependencies): Lookups {
  const { accounts, store, clock, openWait = createWait } = dependencies;
  const feed = createProgressFeed<Lookup>(
    ({ id }) => id,
    // One that was canceled still counts what it has in flight.
    (lookup) => hasEnded(lookup) && !runs.has(lookup.id),
  );
  let closed = false;
  const runs = createRuns({ ...dependencies, openWait, askPending: createAskPending(dependencies), publish });

  function record(id: string): LookupRecord {
    const found = store.get(id);
    if (found === null) throw new NotFound('lookup', id);
    return found;
  }

  function shown(stored: LookupRecord): Lookup {
    const isAbandoned = isAtWork(stored) && !runs.has(stored.id);
    // How it ended could not be written.
    return lookupOf(isAbandoned ? { ...stored, ...UNTROUBLED, state: 'failed' } : stored);
  }

  function publish(id: string): void {
    const stored = store.get(id);
    if (stored !== null) feed.publish(shown(stored));
  }

  async function end(id: string, standing: LookupStanding): Promise<void> {
    runs.stop(id);
    await store.stand(id, standing);
    publish(id);
  }

  function removeAll(ids: readonly string[]): void {
    for (const id of ids) runs.stop(id);
    store.remove(ids);
    ids.forEach(feed.end);
  }

  function idsOf(accountId: string): string[] {
    return store.list(accountId).map(({ id }) => id);
  }

  return {
    async start({ accountId, openids }) {
      accounts.get(accountId);
      const id = newId();
      await store.begin({ id, accountId, startedAt: clock.now(), ...whoIsAsked(openids) }, KEPT);
      runs.begin(id, accountId);
      return shown(record(id));
    },
    list: (accountId) => store.list(accountId).map(shown),
    get: (id) => shown(record(id)),
    results({ id, verdict, limit, cursor }) {
      record(id);
      const items: LookupRow[] = [];
      for (const person of store.people(id, Number(cursor ?? 0), verdict)) {
        if (items.length === limit) return { items, nextCursor: String(person.position) };
        items.push(rowOf(person));
      }
      return { items, nextCursor: null };
    },
    rows(id) {
      record(id);
      return rowsOf(store, id);
    },
    progress(id, signal) {
      record(id);
      return feed.listen(() => shown(record(id)), signal);
    },
    async pause(id) {
      if (isAtWork(record(id))) await end(id, { ...UNTROUBLED, state: 'paused' });
      return shown(record(id));
    },
    async resume(id) {
      const { accountId, state } = shown(record(id));
      if (state === 'paused' || state === 'failed' || state === 'waiting') {
        accounts.get(accountId);
        await store.stand(id, { ...UNTROUBLED, state: 'running' });
        // Somebody may have canceled it meanwhile.
        if (store.get(id)?.state === 'running') runs.begin(id, accountId);
        publish(id);
      }
      return shown(record(id));
    },
    async cancel(id) {
      const stored = record(id);
      if (!hasEnded(stored)) await end(id, { ...UNTROUBLED, state: 'canceled', endedAt: clock.now() });
      return shown(record(id));
    },
    async remove(id) {
      record(id);
      removeAll([id]);
    },
    eraseOpenid(accountId, openid) {
      const erased = store.erase(accountId, openid);
      if (erased > 0) idsOf(accountId).forEach(publish);
      return erased;
    },
    async deleteBefore(at) {
      const old = store.list().filter(({ id, startedAt }) => startedAt < at && !runs.isAtWork(id));
      let deleted = 0;
      for (const { id } of old) {
        if (closed) break;
        // A large one takes a while: phones come first.
        while (store.removeSome(id)) await new Promise(setImmediate);
        removeAll([id]);
        deleted += 1;
      }
      return deleted;
    },
    async forget(accountId) {
      removeAll(idsOf(accountId));
    },
    async close() {
      closed = true;
      await runs.close();
      feed.close();
    },
  };
}

function isAtWork({ state }: Pick<Lookup, 'state'>): boolean {
  return state === 'running' || state === 'waiting';
}

function hasEnded({ state }: Pick<Lookup, 'state'>): boolean {
  return state === 'done' || state === 'canceled';
}

function* rowsOf(store: LookupStore, id: string): Generator<LookupRow> {
  for (const person of store.people(id, 0)) yield rowOf(person);
}
