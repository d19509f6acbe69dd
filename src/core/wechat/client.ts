/** WeChat, as the rest of the core sees it. */
import type { Clock, Logger, Vault } from '../environment.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { createFollowPicture, type FollowPicture } from './follow-code.ts';
import { createFollowLookup, type Lookup } from './follow-lookup.ts';
import { createFollowersPage, type FollowersPageOf } from './followers-list.ts';
import { createWeChatHttp, type WeChatCall } from './http.ts';
import type { Limits } from './lean-adapter.ts';
import { createLookupMany, type LookupMany } from './lookup-many.ts';
import { createExchangeCode, type ExchangeCode } from './oauth-code.ts';
import { createWait } from './patience.ts';
import { createProbe, type Probe } from './probe.ts';
import { createTokenFile } from './token-file.ts';
import { createTokenStore } from './token-store.ts';
import { createUserQuestions } from './user-questions.ts';
import { createWithToken } from './with-token.ts';

export interface WeChatClient {
  exchangeCode: ExchangeCode;
  lookup: Lookup;
  lookupMany: LookupMany;
  followersPage: FollowersPageOf;
  followPicture: FollowPicture;
  tokens: AccessTokens;
  probe: Probe;
  /** Ends every back-off, lets calls in flight finish, closes the connections. */
  close(): Promise<void>;
}

export interface WeChatClientOptions {
  clock: Clock;
  logger: Logger;
  vault: Vault;
  /** Where `tokens.sealed` lives. */
  dataFolder: string;
  /** Hears of every call made. */
  onCall?: (call: WeChatCall) => void;
  limits?: Limits;
}

export function createWeChatClient(options: WeChatClientOptions): WeChatClient {
  const { clock, logger, vault, dataFolder, onCall, limits } = options;
  const { wait, close: endWaits } = createWait();
  const http = createWeChatHttp({ clock, logger, onCall, limits });
  const store = createTokenStore({ file: createTokenFile(dataFolder), vault, clock, logger });
  const tokens = createAccessTokens({ http, store, clock, logger, wait });
  const withToken = createWithToken({ tokens, wait });
  const questions = createUserQuestions({ http, withToken });

  return {
    exchangeCode: createExchangeCode({ http, wait }),
    lookup: createFollowLookup({ questions, clock }),
    lookupMany: createLookupMany({ questions }),
    followersPage: createFollowersPage({ http, withToken }),
    followPicture: createFollowPicture({ http, withToken, clock, logger }),
    tokens,
    probe: createProbe({ http, withToken }),
    async close() {
      endWaits();
      await http.close();
    },
  };
}
