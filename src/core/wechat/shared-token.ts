/**
 * The organisation's own token service, which alone fetches this account's token: one GET by the way
 * that calls to WeChat take, and a key that goes to no other origin. No failure names the address, which may hold a key.
 */
import type { Clock } from '../environment.ts';
import { TokenServiceFailed } from '../errors.ts';
import type { SharedTokenSource } from './credentials.ts';
import type { OutboundFetch } from './outbound.ts';
import { readSharedToken } from './shared-token-answer.ts';
import type { FetchedToken } from './token-fetch.ts';

/**
 * @param source Null: nobody has said where the service is.
 * @param isDoubted WeChat has just refused the service's token, so one from a cache will not do.
 * @throws TokenServiceFailed
 */
export type ReadSharedToken = (source: SharedTokenSource | null, isDoubted: boolean) => Promise<FetchedToken>;

const MOST_REDIRECTS = 3;
const LONGEST_ANSWER = 256 * 1024;

export function createReadSharedToken({
  fetch,
  clock,
}: {
  fetch: OutboundFetch;
  clock: Clock;
}): ReadSharedToken {
  /** Redirects are followed within one origin, so that neither key nor address reaches anybody else. */
  async function ask(url: string, headers: Record<string, string>): Promise<Response> {
    const { origin } = new URL(url);
    let here = url;
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(here, { headers });
      const next = redirects < MOST_REDIRECTS ? redirectOf(response, here) : null;
      if (next === null || next.origin !== origin) return response;
      await response.body?.cancel();
      here = next.href;
    }
  }

  async function answerOf({ url, bearer }: SharedTokenSource, isDoubted: boolean): Promise<string> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (bearer !== null) headers.authorization = `Bearer ${bearer}`;
    if (isDoubted) headers['cache-control'] = 'no-cache';
    const response = await ask(url, headers);
    const { status, ok } = response;
    if (ok) return textOf(response);
    await response.body?.cancel();
    throw new TokenServiceFailed(status === 401 || status === 403 ? 'refused' : 'http_status', status);
  }

  return async function readShared(source, isDoubted) {
    if (source === null) throw new TokenServiceFailed('not_set');
    let body: string;
    try {
      body = await answerOf(source, isDoubted);
    } catch (error) {
      if (error instanceof TokenServiceFailed) throw error;
      // Without the cause, which may quote the address or the key.
      throw new TokenServiceFailed('unreachable');
    }
    return readSharedToken(body, source, clock.now());
  };
}

function redirectOf({ status, headers }: Response, from: string): URL | null {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return null;
  return URL.canParse(location, from) ? new URL(location, from) : null;
}

/** @throws TokenServiceFailed when it is far too long for a token. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) throw new TokenServiceFailed('bad_reply', response.status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
