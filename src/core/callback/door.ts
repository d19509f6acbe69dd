/** Everything a phone meets, wired: codes on screens, visits, what is tried again, and asking once more. */
import { WECHAT_AUTHORIZE_BASE_URL } from '#shared/model/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Entries } from '../entries/entries.ts';
import type { Clock, Environment, Logger } from '../environment.ts';
import type { Host } from '../host/host.ts';
import { createAsk } from '../scans/ask.ts';
import { createRecheck, type Recheck } from '../scans/recheck.ts';
import type { WeChatClient } from '../wechat/client.ts';
import { type Callback, createCallback } from './callback.ts';
import { type Codes, createCodes } from './codes.ts';
import { createLines } from './line.ts';
import { createRetries, type Retries } from './retries.ts';
import { createStates } from './state.ts';
import { openStateKey } from './state-key.ts';
import { createVisit } from './visit.ts';
import { createVisitors } from './visitors.ts';

export interface Door {
  callback: Callback;
  codes: Codes;
  recheck: Recheck;
  retries: Retries;
  /** Phones of this account that were asked to come again within the last minute. */
  askedToWait(accountId: string): number;
  /** Whoever still stands in line comes again when there is a door again. */
  close(): void;
}

export interface DoorDependencies {
  folder: DataFolder;
  accounts: Accounts;
  entries: Entries;
  wechat: WeChatClient;
  host: Pick<Host, 'listenerUrl' | 'publicUrl'>;
  /** The mark of this start. */
  instance: string;
  overrides: Pick<Environment['overrides'], 'line'>;
  clock: Clock;
  logger: Logger;
}

export function createDoor(dependencies: DoorDependencies): Door {
  const { folder, accounts, entries, wechat, host, clock, logger } = dependencies;
  const { file, spare, scans: store, params, verificationFiles } = folder;
  const states = createStates(openStateKey(file, spare), clock);
  const codes = createCodes({
    states,
    params,
    accounts,
    hostUrl: (forSandbox) => (forSandbox ? host.listenerUrl() : host.publicUrl()),
  });
  const ask = createAsk(wechat, accounts, logger);
  const visitors = createVisitors(store, clock);
  const retries = createRetries({ ask, store, visitors, clock, logger });
  const lines = createLines(dependencies.overrides.line);
  const recheck = createRecheck({ wechat, accounts, store, clock });
  const callback = createCallback({
    ...dependencies,
    states,
    codes,
    visit: createVisit({ states, entries, ask, store, params, retries, lines, visitors, clock, logger }),
    recheck,
    store,
    retries,
    // The picture is WeChat's own: nobody else's authorize page has one there.
    followPicture: ({ id, secretState, authorizeBaseUrl }) =>
      secretState === 'ok' && authorizeBaseUrl === WECHAT_AUTHORIZE_BASE_URL
        ? wechat.followPicture(accounts.credentials(id))
        : null,
    verificationFile: verificationFiles.read,
  });
  return {
    callback,
    codes,
    recheck,
    retries,
    askedToWait: (accountId) => lines.of(accountId).askedToWait(),
    close: lines.close,
  };
}
