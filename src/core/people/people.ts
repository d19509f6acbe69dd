/** People by openid: what was noted and what is on record about them, and how they are forgotten. */
import type { Erasure, Person } from '#shared/model/person.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock, Logger } from '../environment.ts';
import type { Followers } from '../followers/followers.ts';
import type { Lookups } from '../lookups/lookups.ts';
import type { ScanStore } from '../storage/scan-store.ts';
import type { Erasures, Forgotten } from '../storage/sqlite/erasures.ts';
import type { Notes } from '../storage/sqlite/notes.ts';
import type { CallsInMemory } from '../wechat/calls.ts';

export interface People {
  /** Somebody nobody has met has no scans and no note. @throws NotFound when neither account nor person is known */
  get(accountId: string, openid: string): Person;
  /** An empty note removes it. @throws NotFound as above, StorageFailed */
  note(accountId: string, openid: string, note: string): Promise<Person>;
  /**
   * Takes the person out of everything that is kept: an openid names one person of one AppID, so it goes from
   * every account here, from the copies before upgrades, and from the disk. A scan keeps its verdict and its
   * place in the counters. Whoever meets us anew while this goes on, at the door or in a sync that runs, is known
   * from then on; a look-up at work leaves them out. One that is interrupted is finished at the next start. Done
   * twice it finds nobody. @throws NotFound as above, StorageFailed
   */
  erase(accountId: string, openid: string): Promise<Erasure>;
  /** Finishes what an earlier session could not. Never throws: what fails is logged, and tried at the next start. */
  resume(): Promise<void>;
  /** Ends after the erasure in hand. */
  close(): Promise<void>;
}

export interface PeopleDependencies {
  accounts: Pick<Accounts, 'get' | 'list'>;
  scans: Pick<ScanStore, 'person' | 'unionids' | 'erase'>;
  notes: Notes;
  lookups: Pick<Lookups, 'eraseOpenid'>;
  followers: Pick<Followers, 'get' | 'eraseOpenid'>;
  calls: Pick<CallsInMemory, 'forget'>;
  erasures: Erasures;
  /** The last step: out of what else the data folder keeps. @throws StorageFailed */
  endErasure(erasure: Forgotten & { id: number }): Promise<void>;
  clock: Clock;
  logger: Logger;
}

/** A shorter text, mistyped, would be found in what has nothing to do with the person; openids have 28 characters. */
const SHORTEST_SOUGHT = 16;

export function createPeople(dependencies: PeopleDependencies): People {
  const { accounts, scans, notes, lookups, followers, calls, erasures, endErasure, clock, logger } =
    dependencies;
  let settled: Promise<unknown> = Promise.resolve();

  /** An account that was removed leaves its scans behind: their people are known all the same. */
  function mustBeKnown(accountId: string, openid: string): void {
    const { firstScannedAt } = scans.person(accountId, openid);
    if (firstScannedAt === null && notes.get(accountId, openid) === null) accounts.get(accountId);
  }

  function get(accountId: string, openid: string): Person {
    mustBeKnown(accountId, openid);
    const noted = notes.get(accountId, openid);
    return {
      accountId,
      openid,
      note: noted?.note ?? '',
      notedAt: noted === null ? null : new Date(noted.notedAt).toISOString(),
      ...scans.person(accountId, openid),
      follower: followers.get(accountId, openid),
    };
  }

  function everyAccount(accountId: string): string[] {
    return [...new Set([accountId, ...accounts.list().map(({ id }) => id)])];
  }

  function textsOf(accountId: string, openid: string): string[] {
    const listed = everyAccount(accountId).map((id) => followers.get(id, openid)?.unionid ?? '');
    const texts = new Set([openid, ...scans.unionids(openid), ...listed]);
    return [...texts].filter(({ length }) => length >= SHORTEST_SOUGHT);
  }

  async function goOnWith(erasure: Forgotten & { id: number }): Promise<Erasure> {
    const { accountId, openid, texts } = erasure;
    const erased: Erasure = { scans: 0, lookups: 0, followers: 0, notes: await notes.erase(openid, texts) };
    for (const id of everyAccount(accountId)) {
      erased.lookups += lookups.eraseOpenid(id, openid);
      erased.followers += followers.eraseOpenid(id, openid);
    }
    erased.scans = await scans.erase(openid, texts);
    for (const text of [openid, ...texts]) calls.forget(text);
    await endErasure(erasure);
    return erased;
  }

  /** One at a time: each searches the whole disk. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = settled.then(work);
    settled = done.catch(() => undefined);
    return done;
  }

  return {
    get,
    async note(accountId, openid, note) {
      mustBeKnown(accountId, openid);
      await notes.write(accountId, openid, note, clock.now());
      return get(accountId, openid);
    },
    async erase(accountId, openid) {
      mustBeKnown(accountId, openid);
      return inTurn(async () => {
        const texts = textsOf(accountId, openid);
        // What failed half way knows texts that are no longer to be found.
        const left = erasures.unfinished().find((erasure) => erasure.openid === openid);
        if (left) return goOnWith({ ...left, texts: [...new Set([...left.texts, ...texts])] });
        const forgotten: Forgotten = { accountId, openid, texts };
        return goOnWith({ ...forgotten, id: await erasures.begin(forgotten) });
      });
    },
    resume: () =>
      inTurn(async () => {
        try {
          for (const erasure of erasures.unfinished()) {
            const erased = await goOnWith(erasure);
            logger.info({ ...erased }, 'an erasure that had been interrupted is finished');
          }
        } catch (error) {
          logger.error({ error: String(error) }, 'an interrupted erasure could not be finished');
        }
      }),
    async close() {
      await settled;
    },
  };
}
