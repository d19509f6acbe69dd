/**
 * Every call that needs the global token is made here: patient while WeChat is busy, and healed once. A token
 * that WeChat refuses is dropped if it is still the one we hold, fetched once, and the call made once more.
 */

import { WeChatRefused } from '../errors.ts';
import type { AccessTokens } from './access-token.ts';
import type { Credentials } from './credentials.ts';
import { patiently, type Wait } from './patience.ts';

export type WithToken = <T>(credentials: Credentials, call: (token: string) => Promise<T>) => Promise<T>;

/** Not the latest, not valid, expired. */
const TOKEN_REFUSALS: ReadonlySet<number> = new Set([40001, 40014, 42001]);

export function createWithToken({ tokens, wait }: { tokens: AccessTokens; wait: Wait }): WithToken {
  /** @throws WeChatRefused, WeChatUnreachable, TokenServiceFailed */
  return async function withToken(credentials, call) {
    const first = await tokens.get(credentials);
    try {
      return await patiently(() => call(first), wait);
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
      tokens.rejected(credentials, first, error);
    }
    const second = await tokens.get(credentials);
    try {
      return await patiently(() => call(second), wait);
    } catch (error) {
      if (isTokenRefusal(error)) tokens.rejected(credentials, second, error);
      throw error;
    }
  };
}

function isTokenRefusal(error: unknown): error is WeChatRefused {
  return error instanceof WeChatRefused && TOKEN_REFUSALS.has(error.errcode);
}
