/** The contract over the core: what both hosts serve. A procedure without a handler does not compile. */
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { accountProcedures } from './accounts.ts';
import { createBase } from './base.ts';
import { boardProcedures } from './board.ts';
import { callProcedures } from './calls.ts';
import { entryProcedures } from './entries.ts';
import { exportProcedures } from './exports.ts';
import { errorCodeProcedures, hostProcedures } from './host.ts';
import { lockProcedures } from './lock.ts';
import { lookupProcedures } from './lookups.ts';
import { followerProcedures, personProcedures, tagProcedures, userProcedures } from './people.ts';
import { safekeepingProcedures } from './safekeeping.ts';
import { scanProcedures } from './scans.ts';

export type ConsoleRouter = ReturnType<typeof createRouter>;

/** What a board's page may ask: it shows, and changes nothing. */
export type BoardRouter = ReturnType<typeof boardOnly>;

export function boardOnly({ board: { get, live } }: Pick<ConsoleRouter, 'board'>) {
  return { board: { get, live } };
}

export function createRouter(app: App, logger: Logger) {
  const base = createBase(app, logger);
  return base.router({
    accounts: accountProcedures(base, app),
    entries: entryProcedures(base, app),
    scans: scanProcedures(base, app, logger),
    board: boardProcedures(base, app, logger),
    users: userProcedures(base, app),
    followers: followerProcedures(base, app, logger),
    tags: tagProcedures(base, app),
    people: personProcedures(base, app),
    lookups: lookupProcedures(base, app, logger),
    exports: exportProcedures(base, app, logger),
    calls: callProcedures(base, app),
    errors: errorCodeProcedures(base),
    host: hostProcedures(base, app),
    lock: lockProcedures(base, app),
    safekeeping: safekeepingProcedures(base, app),
  });
}
