/** What the tests of the WeChat client are made of: a scripted WeChat, a clock to turn, and no real waiting. */
import { onTestFinished } from 'vitest';
import type { Vault } from '#core/environment.ts';
import { type AccessTokens, createAccessTokens } from '#core/wechat/access-token.ts';
import { type Calls, createCalls } from '#core/wechat/calls.ts';
import type { Credentials } from '#core/wechat/credentials.ts';
import { createWeChatHttp, type WeChatCall, type WeChatHttp } from '#core/wechat/http.ts';
import { createOutbound } from '#core/wechat/outbound.ts';
import { createReadSharedToken } from '#core/wechat/shared-token.ts';
import { createTokenFile } from '#core/wechat/token-file.ts';
import { createTokenSource } from '#core/wechat/token-source.ts';
import { createTokenStore, type TokenStore } from '#core/wechat/token-store.ts';
import { createUserQuestions, type UserQuestions } from '#core/wechat/user-questions.ts';
import { createWithToken, type WithToken } from '#core/wechat/with-token.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { type RecordingLogger, recordingLogger } from '../../../support/recording-logger.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openTokenFetches } from '../../../support/token-fetches.ts';
import { type Script, type ScriptedWeChat, startScriptedWeChat } from './scripted-wechat.ts';

export const APP_ID = 'wx0123456789abcdef';
export const SECRET = 'planted-secret-51ab';

export interface Workbench {
  wechat: ScriptedWeChat;
  credentials: Credentials;
  clock: ManualClock;
  logger: RecordingLogger;
  /** As they were made, secrets and all. */
  records: WeChatCall[];
  /** What the inspector shows of them. */
  calls: Calls;
  /** Every pause that was asked for; the clock is turned instead. */
  pauses: number[];
  wait: (ms: number) => Promise<void>;
  http: WeChatHttp;
  /** Another token cache on the same data folder, as after a restart. */
  openTokens(vault?: Vault): { store: TokenStore; tokens: AccessTokens };
  tokens: AccessTokens;
  withToken: WithToken;
  questions: UserQuestions;
}

export interface WorkbenchOptions {
  /** A path that the base URL ends in. */
  prefix?: string;
  callLimit?: number;
  folder?: string;
}

/** Closed when the test ends. */
export async function setUp(script: Script, options: WorkbenchOptions = {}): Promise<Workbench> {
  const { prefix = '', callLimit = 5_000, folder = temporaryFolder() } = options;
  const network = { connectMs: 2_000, callMs: callLimit, proxy: null };
  const wechat = await startScriptedWeChat(script, prefix);
  const clock = manualClock();
  const logger = recordingLogger();
  const records: WeChatCall[] = [];
  const pauses: number[] = [];
  async function wait(ms: number): Promise<void> {
    pauses.push(ms);
    clock.advance(ms);
  }
  const calls = createCalls();
  const outbound = createOutbound(() => network);
  function onCall(call: WeChatCall, reply: Buffer | null): void {
    records.push(call);
    calls.note(call, reply);
  }
  const http = createWeChatHttp({ clock, logger, onCall, outbound });
  onTestFinished(async () => {
    // The server first: a call that it never answered would keep the client open until its limit.
    await wechat.close();
    await http.close();
  });

  const fetches = openTokenFetches(clock);
  const readShared = createReadSharedToken({ fetch: outbound.fetch, clock });
  const source = createTokenSource({ http, readShared, fetches, clock });

  function openTokens(vault: Vault = scramblingVault()) {
    const store = createTokenStore({ file: createTokenFile(folder), vault, clock, logger });
    return { store, tokens: createAccessTokens({ source, store, fetches, clock, logger, wait }) };
  }
  const { tokens } = openTokens();
  const withToken = createWithToken({ tokens, wait });
  return {
    wechat,
    credentials: {
      accountId: 'account-1',
      appId: APP_ID,
      appSecret: SECRET,
      apiBaseUrl: wechat.url,
      tokenMode: 'stable',
    },
    clock,
    logger,
    records,
    calls,
    pauses,
    wait,
    http,
    openTokens,
    tokens,
    withToken,
    questions: createUserQuestions({ http, withToken }),
  };
}
