/** Entries 入口 and the codes drawn for them. */
import { z } from 'zod';
import { Code, EntriesInput, Entry, EntryInput, EntryPatch } from '../model/entry.ts';
import { procedure } from './errors.ts';

const Id = z.object({ id: z.string() });

export const entries = {
  list: procedure
    .route({ method: 'GET', path: '/entries' })
    .input(z.object({ accountId: z.string().optional() }))
    .output(z.object({ items: z.array(Entry) })),
  create: procedure
    .route({ method: 'POST', path: '/entries', successStatus: 201 })
    .input(EntryInput)
    .output(Entry),
  /** All of them or none; a row that is not valid is named by the error's path. In the order sent. */
  createMany: procedure
    .route({ method: 'POST', path: '/entries/bulk', successStatus: 201 })
    .input(EntriesInput)
    .output(z.object({ items: z.array(Entry) })),
  update: procedure
    .route({ method: 'PATCH', path: '/entries/{id}' })
    .input(EntryPatch.extend(Id.shape))
    .output(Entry),
  remove: procedure
    .route({ method: 'DELETE', path: '/entries/{id}', successStatus: 204 })
    .input(Id)
    .output(z.void()),
  /** A fresh authorize URL for the screen; ask again when `expiresAt` comes near. */
  code: procedure.route({ method: 'GET', path: '/entries/{id}/code' }).input(Id).output(Code),
};
