/** What a QR code says: an authorize URL with a signed state, for a screen that many scan or for one phone. */
import type { Code, Entry } from '#shared/model/entry.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { CarriedParams } from '../storage/sqlite/carried-params.ts';
import { authorizeUrl } from '../wechat/authorize-url.ts';
import { CODE_SHOWN_MS, type States } from './state.ts';

export interface Codes {
  /** For a screen: shared by everybody who scans it, until the next one is drawn. */
  forScreen(entry: Entry): Code;
  /** `/go/{entryId}`: never expires, gives each phone an authorize URL of its own. */
  entryUrl(entry: Entry): string;
  /** For one phone; a `param` of its own is kept until it comes back. @throws StorageFailed */
  forPhone(entry: Entry, param: string | undefined): Promise<string>;
}

export interface CodeDependencies {
  states: States;
  params: CarriedParams;
  accounts: Pick<Accounts, 'get'>;
  /** What phones call this host by, without the account's own public URL. */
  hostUrl(forSandbox: boolean): string;
}

export function createCodes({ states, params, accounts, hostUrl }: CodeDependencies): Codes {
  function addressesOf(entry: Entry) {
    const account = accounts.get(entry.accountId);
    const baseUrl = account.publicUrl ?? hostUrl(account.sandbox);
    return {
      entryUrl: `${baseUrl}/go/${entry.id}`,
      authorize: (state: string) =>
        authorizeUrl({
          authorizeBaseUrl: account.authorizeBaseUrl,
          appId: account.appId,
          redirectUri: `${baseUrl}/callback`,
          scope: entry.scope,
          state,
        }),
    };
  }

  return {
    forScreen(entry) {
      const { entryUrl, authorize } = addressesOf(entry);
      const { state, issuedAt } = states.mint(entry.id, 's');
      return {
        authorizeUrl: authorize(state),
        entryUrl,
        state,
        expiresAt: new Date(issuedAt + CODE_SHOWN_MS).toISOString(),
      };
    },
    entryUrl: (entry) => addressesOf(entry).entryUrl,
    async forPhone(entry, param) {
      const { authorize } = addressesOf(entry);
      const { state, nonce, issuedAt } = states.mint(entry.id, param === undefined ? 'p' : 'q');
      if (param !== undefined) await params.keep(nonce, param, issuedAt);
      return authorize(state);
    },
  };
}
