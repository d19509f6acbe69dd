/** People over the core: looked up, the follower directory, tags, notes, being forgotten. */
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
    pause: os.pause.handler(({ input }) => followers.pause(input.accountId)),
    progress: os.progress.handler(({ input, signal }) =>
      namedFeed(followers.progress(input.accountId, signal), { signal, logger }),
    ),
    changes: os.changes.handler(({ input }) => followers.changes(input.accountId)),
    updateRemark: os.updateRemark.handler(({ input }) =>
      followers.updateRemark(input.accountId, input.openid, input.remark),
    ),
    tag: os.tag.handler(({ input }) => followers.tag(input)),
  };
}

export function tagProcedures({ tags: os }: Base, { tags }: App) {
  return {
    list: os.list.handler(async ({ input }) => ({ items: await tags.list(input.accountId) })),
    create: os.create.handler(({ input }) => tags.create(input.accountId, input.name)),
    rename: os.rename.handler(({ input }) => tags.rename(input.accountId, input.id, input.name)),
    remove: os.remove.handler(({ input }) => tags.remove(input.accountId, input.id)),
  };
}

export function personProcedures({ people: os }: Base, { people }: App) {
  return {
    get: os.get.handler(({ input }) => people.get(input.accountId, input.openid)),
    note: os.note.handler(({ input }) => people.note(input.accountId, input.openid, input.note)),
    erase: os.erase.handler(({ input }) => people.erase(input.accountId, input.openid)),
  };
}
