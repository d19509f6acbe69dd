/**
 * Every call to WeChat goes through here: one axios instance, a limit on each call, replies read, failures
 * named. Secrets, tokens and codes travel in the query; nothing below keeps a URL, and what is recorded or
 * thrown knows the endpoint's path only.
 */
import type { Clock, Logger } from '../environment.ts';
import { WeChatRefused, WeChatUnreachable } from '../errors.ts';
import { CallFailed, createLeanAxios, type Limits } from './lean-adapter.ts';
import { readReply, type WeChatReply } from './reply.ts';

/** One call as an inspector may show it. */
export interface WeChatCall {
  /** The path below the base URL, without query. */
  endpoint: string;
  ms: number;
  errcode: number | null;
  rid: string | null;
  /** Set when no usable answer came. */
  unreachable: WeChatUnreachable['kind'] | null;
  /** 1 when the connection broke and the call was made again. */
  retries: number;
}

/** Where to: credentials are one. `apiBaseUrl` is http or https, any port, may end in a path, not in a slash. */
export interface Target {
  apiBaseUrl: string;
}

export interface WeChatHttp {
  /** @throws WeChatRefused, WeChatUnreachable */
  get(target: Target, endpoint: string, query: Record<string, string>): Promise<WeChatReply>;
  /** The body is sent as JSON. @throws WeChatRefused, WeChatUnreachable */
  post(target: Target, endpoint: string, query: Record<string, string>, body: object): Promise<WeChatReply>;
  /** Lets calls in flight finish. */
  close(): Promise<void>;
}

export interface WeChatHttpOptions {
  clock: Clock;
  logger: Logger;
  onCall?: (call: WeChatCall) => void;
  limits?: Limits;
}

export function createWeChatHttp({ clock, logger, onCall, limits }: WeChatHttpOptions): WeChatHttp {
  const { axios, close } = createLeanAxios(limits);

  async function call(target: Target, endpoint: string, query: Record<string, string>, data?: string) {
    const url = target.apiBaseUrl + endpoint + queryString(query);
    const startedAt = clock.now();
    let retries = 0;
    try {
      let response: { status: number; data: Buffer };
      try {
        response = await axios.request<Buffer>({ url, data });
      } catch (error) {
        // Every call of this client may be made twice: the second exchange of a code is answered 40163.
        if (!(error instanceof CallFailed && error.reset)) throw error;
        retries = 1;
        response = await axios.request<Buffer>({ url, data });
      }
      const reply = readReply(endpoint, response.status, response.data);
      if (onCall) {
        onCall({ endpoint, ms: clock.now() - startedAt, errcode: 0, rid: null, unreachable: null, retries });
      }
      return reply;
    } catch (error) {
      const failure = named(endpoint, error);
      const ms = clock.now() - startedAt;
      const facts: WeChatCall =
        failure instanceof WeChatRefused
          ? { endpoint, ms, errcode: failure.errcode, rid: failure.rid, unreachable: null, retries }
          : { endpoint, ms, errcode: null, rid: null, unreachable: failure.kind, retries };
      logger.debug(facts, 'WeChat gave no answer that can be used');
      onCall?.(facts);
      throw failure;
    }
  }

  return {
    get: (target, endpoint, query) => call(target, endpoint, query),
    post: (target, endpoint, query, body) => call(target, endpoint, query, JSON.stringify(body)),
    close,
  };
}

function queryString(query: Record<string, string>): string {
  let text = '';
  for (const name in query) {
    text += `${text === '' ? '?' : '&'}${name}=${encodeURIComponent((query[name] ?? '').toWellFormed())}`;
  }
  return text;
}

/** Without the cause: whatever it is, it may know the URL. */
function named(endpoint: string, error: unknown): WeChatRefused | WeChatUnreachable {
  if (error instanceof WeChatRefused || error instanceof WeChatUnreachable) return error;
  if (error instanceof CallFailed) return new WeChatUnreachable(endpoint, error.kind, error.code);
  return new WeChatUnreachable(endpoint, 'network', error instanceof Error ? error.name : '');
}
