/** Looking people up by openid, and the account's follower directory. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { FollowerPage, FollowerQuery, LookupResult, Openid, SyncProgress } from '../model/user.ts';
import { procedure } from './errors.ts';

export const users = {
  /** Results in the order asked; one bad openid never spoils the rest. */
  lookup: procedure
    .route({ method: 'POST', path: '/users/lookup' })
    .input(z.object({ accountId: z.string(), openids: z.array(Openid).min(1).max(10_000) }))
    .output(z.object({ items: z.array(LookupResult) })),
};

export const followers = {
  list: procedure.route({ method: 'GET', path: '/followers' }).input(FollowerQuery).output(FollowerPage),
  /** Starts reading every follower and answers at once; progress is on the feed. */
  sync: procedure
    .route({ method: 'POST', path: '/followers/sync', successStatus: 202 })
    .input(z.object({ accountId: z.string() }))
    .output(SyncProgress),
  progress: procedure
    .route({ method: 'GET', path: '/followers/sync/live' })
    .input(z.object({ accountId: z.string() }))
    .output(eventIterator(SyncProgress)),
};
