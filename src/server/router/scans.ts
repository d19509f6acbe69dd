/** Scans over the core; the live feed carries each change's revision as its event id. */
import { withEventMeta } from '@orpc/server';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import type { Base } from './base.ts';
import { namedFeed } from './feed.ts';

/** What a reconnecting reader saw last; an id that is not ours counts as none. */
function revisionOf(eventId: string | undefined): number | undefined {
  return eventId !== undefined && /^\d{1,15}$/.test(eventId) ? Number(eventId) : undefined;
}

export function scanProcedures({ scans: os }: Base, { scans }: App, logger: Logger) {
  async function* live(
    after: number | undefined,
    entryId: string | undefined,
    signal: AbortSignal | undefined,
  ) {
    for await (const change of scans.changes(after, signal)) {
      if (entryId === undefined || change.entryId === entryId)
        yield withEventMeta(change, { id: String(change.revision) });
    }
  }

  return {
    list: os.list.handler(({ input }) => scans.list(input)),
    summary: os.summary.handler(({ input }) => scans.summary(input)),
    live: os.live.handler(({ input, signal, lastEventId }) =>
      // A reconnecting reader repeats the address it began with: what it saw last is the newer of the two.
      namedFeed(live(revisionOf(lastEventId) ?? input.after, input.entryId, signal), { signal, logger }),
    ),
    recheck: os.recheck.handler(({ input }) => scans.recheck(input.id)),
    series: os.series.handler(async ({ input }) => ({ items: await scans.series(input) })),
    annul: os.annul.handler(({ input }) => scans.annul(input.id, input.reason)),
    reinstate: os.reinstate.handler(({ input }) => scans.reinstate(input.id)),
  };
}
