/** Look-ups of many people: started, watched, paused, kept. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Lookup, LookupInput, LookupRowPage, LookupRowQuery } from '../model/lookup.ts';
import { procedure } from './errors.ts';

const Id = z.object({ id: z.string() });

export const lookups = {
  /** Answers at once; progress is on the feed. */
  start: procedure
    .route({ method: 'POST', path: '/lookups', successStatus: 202 })
    .input(LookupInput)
    .output(Lookup),
  /** The history, newest first. */
  list: procedure
    .route({ method: 'GET', path: '/lookups' })
    .input(z.object({ accountId: z.string().optional() }))
    .output(z.object({ items: z.array(Lookup) })),
  get: procedure.route({ method: 'GET', path: '/lookups/{id}' }).input(Id).output(Lookup),
  /** In the order given. */
  results: procedure
    .route({ method: 'GET', path: '/lookups/{id}/results' })
    .input(LookupRowQuery)
    .output(LookupRowPage),
  /** The present state, then each change, until it has ended. */
  progress: procedure
    .route({ method: 'GET', path: '/lookups/{id}/live' })
    .input(Id)
    .output(eventIterator(Lookup)),
  pause: procedure.route({ method: 'POST', path: '/lookups/{id}/pause' }).input(Id).output(Lookup),
  /** Goes on where it stopped, also after a failure or a restart. */
  resume: procedure.route({ method: 'POST', path: '/lookups/{id}/resume' }).input(Id).output(Lookup),
  cancel: procedure.route({ method: 'POST', path: '/lookups/{id}/cancel' }).input(Id).output(Lookup),
  /** Removes it from the history, with its results. */
  remove: procedure
    .route({ method: 'DELETE', path: '/lookups/{id}', successStatus: 204 })
    .input(Id)
    .output(z.void()),
};
