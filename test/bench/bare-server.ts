/**
 * The floor: what the same work costs with nothing around it. A bare `node:http` server over undici's dispatcher
 * that makes the calls of a callback with a token it already has and answers as our listener does, and neither
 * checks the state nor keeps the scan.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { type Dispatcher, Pool } from 'undici';
import { helperArgument, serveParent } from './helpers.ts';
import { accessToken, appId, appSecret } from './wechat-standin.ts';

export interface BareServerOptions {
  wechatUrl: string;
  /** Look-ups wait up to three milliseconds for company, a few batches in flight; else one call each. */
  batch: boolean;
}

const windowMs = 3;
const batchesInFlight = 4;
const batchSize = 100;

type Look = { openid: string; resolve(user: object): void; reject(error: Error): void };

function createCaller(url: string) {
  // One connection per call in flight: at 40 ms, 500 phones keep several hundred of them busy.
  const pool = new Pool(url, { connections: 512, pipelining: 1, keepAliveTimeout: 60_000 });

  return function call<T>(path: string, body?: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const options: Dispatcher.DispatchOptions =
        body === undefined
          ? { method: 'GET', path }
          : { method: 'POST', path, body, headers: { 'content-type': 'application/json' } };
      const chunks: Buffer[] = [];
      pool.dispatch(options, {
        onRequestStart() {},
        onResponseStart() {},
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          const [only = Buffer.alloc(0)] = chunks;
          resolve(JSON.parse((chunks.length === 1 ? only : Buffer.concat(chunks)).toString()) as T);
        },
        onResponseError: (_controller, error) => reject(error),
      });
    });
  };
}

type Caller = ReturnType<typeof createCaller>;

function createBatches(call: Caller): (openid: string) => Promise<object> {
  const waiting: Look[] = [];
  let inFlight = 0;
  let timer: NodeJS.Timeout | undefined;

  async function send(looks: readonly Look[]): Promise<void> {
    inFlight += 1;
    const list = looks.map(({ openid }) => ({ openid, lang: 'zh_CN' }));
    const path = `/cgi-bin/user/info/batchget?access_token=${accessToken}`;
    try {
      const answer = await call<{ user_info_list: object[] }>(path, JSON.stringify({ user_list: list }));
      for (const [index, look] of looks.entries()) look.resolve(answer.user_info_list[index] ?? {});
    } catch (error) {
      for (const look of looks) look.reject(error as Error);
    }
    inFlight -= 1;
    flush();
  }

  function flush(): void {
    timer = undefined;
    while (waiting.length > 0 && inFlight < batchesInFlight) void send(waiting.splice(0, batchSize));
  }

  return (openid) =>
    new Promise((resolve, reject) => {
      waiting.push({ openid, resolve, reject });
      if (timer === undefined && inFlight < batchesInFlight) timer = setTimeout(flush, windowMs);
    });
}

function createLookUp(call: Caller, batch: boolean): (openid: string) => Promise<object> {
  if (batch) return createBatches(call);
  return (openid) =>
    call(`/cgi-bin/user/info?access_token=${accessToken}&openid=${encodeURIComponent(openid)}&lang=zh_CN`);
}

function startBareServer({ wechatUrl, batch }: BareServerOptions): void {
  const call = createCaller(wechatUrl);
  const lookUp = createLookUp(call, batch);

  async function visit(url: string, response: ServerResponse): Promise<void> {
    const { code, state } = parse(url.slice(url.indexOf('?') + 1));
    if (typeof code !== 'string' || typeof state !== 'string') throw new Error('A phone without a code');
    const query = `appid=${appId}&secret=${appSecret}&code=${code}&grant_type=authorization_code`;
    const { openid } = await call<{ openid: string }>(`/sns/oauth2/access_token?${query}`);
    const user = await lookUp(openid);
    if (!('subscribe' in user)) throw new Error('No verdict');
    const headers = {
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      Location: `/r/${randomBytes(13).toString('hex')}`,
      'Content-Length': 0,
    };
    response.writeHead(303, headers).end();
  }

  const server = createServer((request, response) => {
    visit(request.url ?? '', response).catch(() => response.writeHead(500).end());
  });
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    serveParent({ url: `http://127.0.0.1:${port}` }, () => ({}));
  });
}

if (import.meta.main) startBareServer(helperArgument<BareServerOptions>());
