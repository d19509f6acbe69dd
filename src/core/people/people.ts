/** People by openid: what was noted and what is on record about them, and how they are forgotten. */
import type { Erasure, Person } from '#shared/model/person.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import type { Followers } from '../followers/followers.ts';
import type { Lookups } from '../lookups/lookups.ts';
import type { ScanStore } from '../storage/scan-store.ts';
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
   * place in the counters. Done twice it finds nobody. @throws NotFound as above, StorageFailed
   */
  erase(accountId: string, openid: string): Promise<Erasure>;
}

export interface PeopleDependencies {
  accounts: Pick<Accounts, 'get' | 'list'>;
  scans: Pick<ScanStore, 'person' | 'erase'>;
  notes: Notes;
  lookups: Pick<Lookups, 'eraseOpenid'>;
  followers: Pick<Followers, 'get' | 'eraseOpenid'>;
  calls: Pick<CallsInMemory, 'forget'>;
  /** Takes a text out of what else the data folder keeps of it. @throws StorageFailed */
  forgetOnDisk(text: string): Promise<void>;
  clock: Clock;
}

export function createPeople(dependencies: PeopleDependencies): People {
  const { accounts, scans, notes, lookups, followers, calls, clock } = dependencies;

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

  return {
    get,
    async note(accountId, openid, note) {
      mustBeKnown(accountId, openid);
      await notes.write(accountId, openid, note, clock.now());
      return get(accountId, openid);
    },
    async erase(accountId, openid) {
      mustBeKnown(accountId, openid);
      const erasure: Erasure = { scans: 0, lookups: 0, followers: 0, notes: await notes.erase(openid) };
      for (const id of new Set([accountId, ...accounts.list().map((account) => account.id)])) {
        erasure.lookups += lookups.eraseOpenid(id, openid);
        erasure.followers += followers.eraseOpenid(id, openid);
      }
      erasure.scans = await scans.erase(openid);
      calls.forget(openid);
      await dependencies.forgetOnDisk(openid);
      return erasure;
    },
  };
}
