/**
 * Every call to WeChat goes through here: one axios instance, a limit on each call, replies read, failures
 * named. Secrets, tokens and codes travel in the query; what is thrown or logged knows the endpoint's path
 * only, and whoever hears of a call (`onCall`) is the one to redact it.
 */
import type { Clock, Logger } from '../environment.ts';
import { WeChatRefused, WeChatUnreachable } from '../errors.ts';
import { CallFailed } from './call-failed.ts';
import type { LeanRequest } from './lean-adapter.ts';
import { createOutbound, type Outbound } from './outbound.ts';
import { readReply, type WeChatReply } from './reply.ts';

/** One call as it was made, secrets and all. */
export interface WeChatCall {
  accountId: string | null;
  method: 'GET' | 'POST';
  /** The path below the base URL, without query. */
  endpoint: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  ms: number;
  /** 0 when the answer can be used, null when there was none. */
  errcode: number | null;
  rid: string | null;
  /** This machine's public IP, when WeChat refused it. */
  ip: string | null;
  /** Set when no usable answer came. */
  unreachable: WeChatUnreachable['kind'] | null;
  /** What `WeChatUnreachable` says of it; empty otherwise. */
  detail: string;
  /** 1 when the connection broke and the call was made again. */
  retries: number;
  query: Readonly<Record<string, string>>;
  body: string | null;
}

/** Hears of a call; the reply is a view of a buffer that may be far larger: whoever keeps it copies it. */
export type OnCall = (call: WeChatCall, reply: Buffer | null) => void;

/** Where to: credentials are one. `apiBaseUrl` is http or https, any port, may end in a path, not in a slash. */
export interface Target {
  apiBaseUrl: string;
  /** Whose call it is; absent for a call in nobody's name. */
  accountId?: string;
}

export interface WeChatHttp {
  /**
   * With `onLate`, a call that was given up for its time goes on for as long again: it is called then, with what
   * still comes. Whoever hears of calls hears of such a one twice. @throws WeChatRefused, WeChatUnreachable
   */
  get(
    target: Target,
    endpoint: string,
    query: Record<string, string>,
    onLate?: (reply: Promise<WeChatReply>) => void,
  ): Promise<WeChatReply>;
  /** The body is sent as JSON. @throws WeChatRefused, WeChatUnreachable */
  post(target: Target, endpoint: string, query: Record<string, string>, body: object): Promise<WeChatReply>;
  /** Lets calls in flight finish. */
  close(): Promise<void>;
}

export interface WeChatHttpOptions {
  clock: Clock;
  logger: Logger;
  onCall?: OnCall;
  /** Closed with this. */
  outbound?: Outbound;
}

export function createWeChatHttp(options: WeChatHttpOptions): WeChatHttp {
  const { clock, logger, onCall, outbound = createOutbound() } = options;
  const { axios, close } = outbound;

  type Begun = Omit<WeChatCall, 'ms' | keyof Outcome>;
  type Answer = Promise<{ status: number; data: Buffer }>;

  async function send(request: LeanRequest, begun: Begun): Answer {
    try {
      return await axios.request<Buffer>(request);
    } catch (error) {
      // Every call of this client may be made twice: the second exchange of a code is answered 40163.
      if (!(error instanceof CallFailed && error.reset)) throw error;
      begun.retries = 1;
      return axios.request<Buffer>(request);
    }
  }

  async function read(answer: Answer, begun: Begun): Promise<WeChatReply> {
    const { endpoint, startedAt } = begun;
    let reply: Buffer | null = null;
    let failure: WeChatRefused | WeChatUnreachable | null = null;
    try {
      const { status, data } = await answer;
      reply = data;
      return readReply(endpoint, status, data);
    } catch (error) {
      failure = named(endpoint, error);
      const { retries } = begun;
      logger.debug({ ...outcome(failure), endpoint, retries }, 'WeChat gave no answer that can be used');
      throw failure;
    } finally {
      const ms = clock.now() - startedAt;
      onCall?.({ ...begun, ...(failure === null ? USABLE : outcome(failure)), ms }, reply);
    }
  }

  function call(
    target: Target,
    endpoint: string,
    query: Record<string, string>,
    body: string | null,
    onLate?: (reply: Promise<WeChatReply>) => void,
  ): Promise<WeChatReply> {
    const begun: Begun = {
      accountId: target.accountId ?? null,
      method: body === null ? 'GET' : 'POST',
      endpoint,
      startedAt: clock.now(),
      retries: 0,
      query,
      body,
    };
    const request: LeanRequest = { url: target.apiBaseUrl + endpoint + queryString(query) };
    if (body !== null) request.data = body;
    if (onLate) request.onLate = (answer) => onLate(read(answer, begun));
    return read(send(request, begun), begun);
  }

  return {
    get: (target, endpoint, query, onLate) => call(target, endpoint, query, null, onLate),
    post: (target, endpoint, query, body) => call(target, endpoint, query, JSON.stringify(body)),
    close,
  };
}

type Outcome = Pick<WeChatCall, 'errcode' | 'rid' | 'ip' | 'unreachable' | 'detail'>;

const USABLE: Outcome = { errcode: 0, rid: null, ip: null, unreachable: null, detail: '' };

function outcome(failure: WeChatRefused | WeChatUnreachable): Outcome {
  return failure instanceof WeChatRefused
    ? { ...USABLE, errcode: failure.errcode, rid: failure.rid, ip: failure.ip }
    : { ...USABLE, errcode: null, unreachable: failure.kind, detail: failure.detail };
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
