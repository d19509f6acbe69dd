/** Look-ups over the core. */
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import type { Base } from './base.ts';
import { namedFeed } from './feed.ts';

export function lookupProcedures({ lookups: os }: Base, { lookups }: App, logger: Logger) {
  return {
    start: os.start.handler(({ input }) => lookups.start(input)),
    list: os.list.handler(({ input }) => ({ items: lookups.list(input.accountId) })),
    get: os.get.handler(({ input }) => lookups.get(input.id)),
    results: os.results.handler(({ input }) => lookups.results(input)),
    progress: os.progress.handler(({ input, signal }) =>
      namedFeed(lookups.progress(input.id, signal), { signal, logger }),
    ),
    pause: os.pause.handler(({ input }) => lookups.pause(input.id)),
    resume: os.resume.handler(({ input }) => lookups.resume(input.id)),
    cancel: os.cancel.handler(({ input }) => lookups.cancel(input.id)),
    remove: os.remove.handler(({ input }) => lookups.remove(input.id)),
  };
}
