/** People by openid: looked up, the account's follower directory, tags, notes, and being forgotten. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Erasure, Note, Person } from '../model/person.ts';
import { Remark, Tag, Tagging, TaggingReport, TagName } from '../model/tag.ts';
import {
  Follower,
  FollowerChanges,
  FollowerPage,
  FollowerQuery,
  LookupResult,
  Openid,
  SyncProgress,
} from '../model/user.ts';
import { procedure } from './errors.ts';

const OfAccount = z.object({ accountId: z.string() });
const OfPerson = OfAccount.extend({ openid: Openid });

export const users = {
  /** Results in the order asked; one bad openid never spoils the rest. */
  lookup: procedure
    .route({ method: 'POST', path: '/users/lookup' })
    .input(z.object({ accountId: z.string(), openids: z.array(Openid).min(1).max(10_000) }))
    .output(z.object({ items: z.array(LookupResult) })),
};

export const followers = {
  list: procedure.route({ method: 'GET', path: '/followers' }).input(FollowerQuery).output(FollowerPage),
  /** Starts reading every follower, or goes on, and answers at once; progress is on the feed. */
  sync: procedure
    .route({ method: 'POST', path: '/followers/sync', successStatus: 202 })
    .input(OfAccount)
    .output(SyncProgress),
  /** Stops after the hundred in flight; `sync` goes on from there. */
  pause: procedure
    .route({ method: 'POST', path: '/followers/sync/pause' })
    .input(OfAccount)
    .output(SyncProgress),
  progress: procedure
    .route({ method: 'GET', path: '/followers/sync/live' })
    .input(OfAccount)
    .output(eventIterator(SyncProgress)),
  changes: procedure
    .route({ method: 'GET', path: '/followers/changes' })
    .input(OfAccount)
    .output(FollowerChanges),
  /** Written at WeChat first, then here. */
  updateRemark: procedure
    .route({ method: 'POST', path: '/followers/remark' })
    .input(OfPerson.extend({ remark: Remark }))
    .output(Follower),
  /** A person who cannot be tagged never keeps the others from it. */
  tag: procedure.route({ method: 'POST', path: '/followers/tag' }).input(Tagging).output(TaggingReport),
};

export const tags = {
  /** As WeChat has them now. */
  list: procedure
    .route({ method: 'GET', path: '/tags' })
    .input(OfAccount)
    .output(z.object({ items: z.array(Tag) })),
  create: procedure
    .route({ method: 'POST', path: '/tags', successStatus: 201 })
    .input(OfAccount.extend({ name: TagName }))
    .output(Tag),
  rename: procedure
    .route({ method: 'PATCH', path: '/tags/{id}' })
    .input(OfAccount.extend({ id: z.coerce.number().int(), name: TagName }))
    .output(Tag),
  remove: procedure
    .route({ method: 'DELETE', path: '/tags/{id}', successStatus: 204 })
    .input(OfAccount.extend({ id: z.coerce.number().int() }))
    .output(z.void()),
};

export const people = {
  get: procedure.route({ method: 'GET', path: '/people' }).input(OfPerson).output(Person),
  /** An empty note removes it. */
  note: procedure
    .route({ method: 'POST', path: '/people/note' })
    .input(OfPerson.extend({ note: Note }))
    .output(Person),
  /**
   * Takes one person out of everything kept here: scans lose openid, unionid and param, look-ups and the
   * directory their rows, notes go. WeChat is not asked and not told.
   */
  erase: procedure.route({ method: 'POST', path: '/people/erase' }).input(OfPerson).output(Erasure),
};
