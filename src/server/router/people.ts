/** Users and followers over the core. */
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import type { Base } from './base.ts';
import { namedFeed } from './feed.ts';

export function userProcedures({ users: os }: Base, { users }: App) {
  return {
    lookup: os.lookup.handler(async ({ input }) => ({
      items: await users.lookup(input.accountId, input.openids),
    })),
  };
}

export function followerProcedures({ followers: os }: Base, { followers }: App, logger: Logger) {
  return {
    list: os.list.handler(({ input }) => followers.list(input)),
    sync: os.sync.handler(({ input }) => followers.sync(input.accountId)),
    progress: os.progress.handler(({ input, signal }) =>
      namedFeed(followers.progress(input.accountId, signal), { signal, logger }),
    ),
  };
}
