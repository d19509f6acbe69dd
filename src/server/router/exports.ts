/** Files made while they are read, over the core. */
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { exportLookup, exportScans } from '../export/export.ts';
import type { Base } from './base.ts';
import { namedFeed } from './feed.ts';

export function exportProcedures({ exports: os }: Base, app: App, logger: Logger) {
  return {
    scans: os.scans.handler(({ input, signal }) =>
      namedFeed(exportScans(app, input, signal), { signal, logger }),
    ),
    lookup: os.lookup.handler(({ input, signal }) =>
      namedFeed(exportLookup(app, input, signal), { signal, logger }),
    ),
  };
}
