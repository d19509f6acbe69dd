/** Look-ups with everything real: simulator, sockets, client, database file. Only time is a test's to turn. */
import type { SQLInputValue } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createLookups, type LookupDependencies, type Lookups } from '#core/lookups/lookups.ts';
import { createLookupStore } from '#core/storage/sqlite/lookup-store.ts';
import type { Lookup, LookupRow, LookupState } from '#shared/model/lookup.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { type RecordingLogger, recordingLogger } from '../../../support/recording-logger.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openRealWeChat, type RealWeChat } from '../users/real-wechat.ts';

export const BATCH = '/cgi-bin/user/info/batchget';
export const SINGLE = '/cgi-bin/user/info';

export interface Session {
  lookups: Lookups;
  /** The first row that a statement finds. */
  database(sql: string, ...values: SQLInputValue[]): object | undefined;
  /** As at the end of a host: what is in flight first, then the file. */
  close(): Promise<void>;
}

export interface LookupBench extends RealWeChat, Session {
  clock: ManualClock;
  folder: string;
  logger: RecordingLogger;
  /** Naps that were asked for; the clock was turned instead. */
  naps: number[];
  /** Another session on the same folder; the one before must be closed. */
  openSession(): Session;
  people(count: number): string[];
  /** Starts one and answers its id. */
  start(openids: readonly string[]): Promise<string>;
}

type Overrides = Partial<Pick<LookupDependencies, 'client' | 'openWait'>>;

/** @param tamper gets what the look-ups would use and answers what to put in its place. */
export async function openLookups(
  tamper: (wechat: RealWeChat) => Overrides = () => ({}),
): Promise<LookupBench> {
  const clock = manualClock(Date.parse('2026-11-23T10:00:30Z'));
  const wechat = await openRealWeChat(clock);
  const folder = temporaryFolder();
  const logger = recordingLogger();
  const naps: number[] = [];
  function openWait() {
    async function wait(ms: number): Promise<void> {
      naps.push(ms);
      clock.advance(ms);
    }
    return { wait, close() {} };
  }

  function openSession(): Session {
    const { database, commits } = openScanDatabase(folder, clock);
    const store = createLookupStore(database, commits);
    const lookups = createLookups({ ...wechat, store, clock, logger, openWait, ...tamper(wechat) });
    async function close(): Promise<void> {
      await lookups.close();
      if (database.isOpen) database.close();
    }
    onTestFinished(close);
    return { lookups, database: (sql, ...values) => database.prepare(sql).get(...values), close };
  }

  const session = openSession();
  return {
    ...wechat,
    ...session,
    clock,
    folder,
    logger,
    naps,
    openSession,
    people: (count) => wechat.simulator.people.addMany(count, { followEvery: 2 }),
    start: async (openids) =>
      (await session.lookups.start({ accountId: wechat.account.id, openids: [...openids] })).id,
  };
}

/** Waits that last until the test, having turned the clock, pulls the strings. */
export function heldWaits() {
  const strings: (() => void)[] = [];
  function pull(): void {
    for (const letGo of strings.splice(0)) letGo();
  }
  return {
    pull,
    openWait: () => ({
      wait: () => new Promise<void>((resolve) => void strings.push(resolve)),
      close: pull,
    }),
  };
}

/** Waits, on the feed, until it is in one of these states. */
export async function reaching(lookups: Lookups, id: string, ...states: LookupState[]): Promise<Lookup> {
  for await (const lookup of lookups.progress(id, undefined)) {
    if (states.includes(lookup.state)) return lookup;
  }
  throw new Error(`look-up ended as ${lookups.get(id).state}`);
}

/** The same for a count of answers. */
export async function answering(lookups: Lookups, id: string, atLeast: number): Promise<Lookup> {
  for await (const lookup of lookups.progress(id, undefined)) {
    if (lookup.answered >= atLeast) return lookup;
  }
  throw new Error(`look-up ended with ${lookups.get(id).answered} answers`);
}

export function rowsOf(lookups: Lookups, id: string): LookupRow[] {
  return [...lookups.rows(id)];
}
