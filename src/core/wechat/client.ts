/** WeChat, as the rest of the core sees it. */
import type { Clock, Logger, Vault } from '../environment.ts';
import type { TokenFetches } from '../storage/sqlite/token-fetches.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { createFollowPicture, type FollowPicture } from './follow-code.ts';
import { createFollowLookup, type Lookup } from './follow-lookup.ts';
import { createFollowersPage, type FollowersPageOf } from './followers-list.ts';
import { createWeChatHttp, type OnCall } from './http.ts';
import { createLookupMany, type LookupMany } from './lookup-many.ts';
import { createExchangeCode, type ExchangeCode } from './oauth-code.ts';
import { createOutbound, type OutboundFetch, type OutboundNetwork } from './outbound.ts';
import { createWait } from './patience.ts';
import { createProbe, type Probe } from './probe.ts';
import { createReadSharedToken } from './shared-token.ts';
import { createWeChatTags, type WeChatTags } from './tags.ts';
import { createTokenFile } from './token-file.ts';
import { createTokenSource } from './token-source.ts';
import { createTokenStore } from './token-store.ts';
import { createUserQuestions } from './user-questions.ts';
import { createWithToken } from './with-token.ts';

export interface WeChatClient {
  exchangeCode: ExchangeCode;
  lookup: Lookup;
  lookupMany: LookupMany;
  followersPage: FollowersPageOf;
  followPicture: FollowPicture;
  tags: WeChatTags;
  tokens: AccessTokens;
  probe: Probe;
  /** Any other address by the same way as WeChat: same proxy, same limits. Not in `onCall`. */
  fetch: OutboundFetch;
  /** Ends every back-off, lets calls in flight finish, closes the connections. */
  close(): Promise<void>;
}

export interface WeChatClientOptions {
  clock: Clock;
  logger: Logger;
  vault: Vault;
  /** Where `tokens.sealed` lives. */
  dataFolder: string;
  /** Remembers how often WeChat was asked for a token. */
  fetches: TokenFetches;
  /** Hears of every call made, secrets and all. */
  onCall?: OnCall;
  /** The way out, asked at every call; the same object as long as nothing changed. */
  network?: () => OutboundNetwork;
}

export function createWeChatClient(options: WeChatClientOptions): WeChatClient {
  const { clock, logger, vault, dataFolder, fetches, onCall, network } = options;
  const { wait, close: endWaits } = createWait();
  const outbound = createOutbound(network);
  const http = createWeChatHttp({ clock, logger, onCall, outbound });
  const store = createTokenStore({ file: createTokenFile(dataFolder), vault, clock, logger });
  const readShared = createReadSharedToken({ fetch: outbound.fetch, clock });
  const source = createTokenSource({ http, readShared, fetches, clock });
  const tokens = createAccessTokens({ source, store, fetches, clock, logger, wait });
  const withToken = createWithToken({ tokens, wait });
  const questions = createUserQuestions({ http, withToken });

  return {
    exchangeCode: createExchangeCode({ http, wait }),
    lookup: createFollowLookup({ questions, clock }),
    lookupMany: createLookupMany({ questions }),
    followersPage: createFollowersPage({ http, withToken }),
    followPicture: createFollowPicture({ http, withToken, clock, logger }),
    tags: createWeChatTags({ http, withToken }),
    tokens,
    probe: createProbe({ http, withToken }),
    fetch: outbound.fetch,
    async close() {
      endWaits();
      await http.close();
    },
  };
}
