/** The inspector over the core. */
import type { App } from '#core/app.ts';
import type { Base } from './base.ts';

export function callProcedures({ calls: os }: Base, { calls }: App) {
  return {
    list: os.list.handler(({ input }) => ({ items: calls.list(input) })),
    clear: os.clear.handler(() => calls.clear()),
  };
}
