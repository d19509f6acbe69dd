/** Everything that knows people by their openids, wired: look-ups, followers, tags, erasing one person, and age. */
import type { Settings } from '#shared/model/host.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Clock, Logger } from '../environment.ts';
import { createFollowers, type Followers } from '../followers/followers.ts';
import { createLookups, type Lookups } from '../lookups/lookups.ts';
import { createRetention } from '../privacy/retention.ts';
import { createTrustedNow } from '../privacy/trusted-clock.ts';
import { createTags, type Tags } from '../tags/tags.ts';
import { createUsers, type Users } from '../users/users.ts';
import type { CallsInMemory } from '../wechat/calls.ts';
import type { WeChatClient } from '../wechat/client.ts';
import { createPeople, type People } from './people.ts';

export interface Directory {
  users: Users;
  tags: Tags;
  lookups: Lookups;
  followers: Followers;
  people: People;
  /** Goes on with what the last run did not finish. Erasures come earlier: before anybody can see who it was. */
  resume(): void;
  /** Deletes what is too old, once a day and when somebody changed how long things are kept. */
  deleteOld(): Promise<void>;
  /** Forgets whom an account's look-ups and follower directory know. */
  forgetAccount(accountId: string): Promise<void>;
  close(): Promise<void>;
}

export function createDirectory(dependencies: {
  folder: DataFolder;
  client: WeChatClient;
  accounts: Accounts;
  calls: CallsInMemory;
  settings(): Settings;
  clock: Clock;
  logger: Logger;
}): Directory {
  const { folder, client, accounts, calls, settings, clock, logger } = dependencies;
  const followers = createFollowers({ client, accounts, store: folder.followers, clock, logger });
  const lookups = createLookups({ client, accounts, store: folder.lookups, clock, logger });
  const people = createPeople({ ...folder, accounts, lookups, followers, calls, clock, logger });
  const keepDays = () => settings().keepDays;
  const trustedNow = createTrustedNow({ marks: folder.timeMarks, clock, logger });
  const retention = createRetention({ ...folder, lookups, keepDays, trustedNow, clock, logger });

  return {
    users: createUsers({ client, accounts }),
    tags: createTags({ client, accounts, store: folder.followers }),
    lookups,
    followers,
    people,
    resume() {
      followers.resume();
      void retention.check();
    },
    deleteOld: retention.check,
    async forgetAccount(accountId) {
      await followers.forget(accountId);
      await lookups.forget(accountId);
    },
    async close() {
      await retention.close();
      await people.close();
      await followers.close();
      await lookups.close();
    },
  };
}
