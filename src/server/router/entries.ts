/** Entries over the core. */
import type { App } from '#core/app.ts';
import type { Base } from './base.ts';

export function entryProcedures({ entries: os }: Base, { entries }: App) {
  return {
    list: os.list.handler(({ input }) => ({ items: entries.list(input.accountId) })),
    create: os.create.handler(({ input }) => entries.create(input)),
    createMany: os.createMany.handler(({ input }) => ({ items: entries.createMany(input) })),
    update: os.update.handler(({ input: { id, ...patch } }) => entries.update(id, patch)),
    remove: os.remove.handler(({ input }) => entries.remove(input.id)),
    code: os.code.handler(({ input }) => entries.code(input.id)),
  };
}
