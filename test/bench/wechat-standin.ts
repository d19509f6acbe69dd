/**
 * The WeChat of the benchmark, in a process of its own: lean enough not to be what is measured. The rule: a
 * code names its openid, so a code needs no authorize page and no two scans are the same person. The bundled
 * simulator, rightly, hands out each code on its authorize page, to people it knows: a load of its own.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { serveParent } from './helpers.ts';

export const appId = 'wxbench0000000001';
export const appSecret = 'bench-secret-of-no-account-at-all';
/** Known beforehand, so that a bare server has a "cached" token without a token call of its own. */
export const accessToken = `bench_${'t'.repeat(130)}`;

/** Sets how late every answer is; the answer to it: calls by path since the start, and as `refused` the refusals. */
export interface StandinQuestion {
  latencyMs?: number;
}
export type CallCounts = Record<string, number>;

let latencyMs = 0;
const calls: CallCounts = {};

/** `o` and 27 characters, like a real one; the last character of the code says whether it follows. */
export function openidOf(code: string): string {
  return `o${code.slice(-27).padStart(27, '0')}`;
}

function userOf(openid: string): object {
  if (openid.charCodeAt(openid.length - 1) % 2 === 1) return { subscribe: 0, openid };
  return {
    subscribe: 1,
    openid,
    language: 'zh_CN',
    subscribe_time: 1_717_987_200,
    unionid: `u${openid.slice(1)}`,
    remark: '',
    groupid: 0,
    tagid_list: [100],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: 98_765,
    qr_scene_str: '',
  };
}

function refusal(errcode: number): object {
  calls.refused = (calls.refused ?? 0) + 1;
  return { errcode, errmsg: `refused by the benchmark rid: 66666666-00000000-${errcode}` };
}

function answerTo(path: string, query: string, body: string): object {
  const parameters = parse(query);
  if (path === '/sns/oauth2/access_token') {
    const { code, appid, secret } = parameters;
    if (appid !== appId || secret !== appSecret || typeof code !== 'string') return refusal(40013);
    return {
      access_token: `user_${'u'.repeat(100)}`,
      expires_in: 7200,
      refresh_token: `refresh_${'r'.repeat(100)}`,
      openid: openidOf(code),
      scope: 'snsapi_base',
    };
  }
  if (path === '/cgi-bin/stable_token' || path === '/cgi-bin/token') {
    return { access_token: accessToken, expires_in: 7200 };
  }
  if (parameters.access_token !== accessToken) return refusal(40001);
  if (path === '/cgi-bin/user/info') return userOf(String(parameters.openid));
  if (path !== '/cgi-bin/user/info/batchget') return refusal(48001);
  const { user_list: list } = JSON.parse(body) as { user_list: { openid: string }[] };
  return list.length > 100 ? refusal(40032) : { user_info_list: list.map(({ openid }) => userOf(openid)) };
}

function send(response: ServerResponse, answer: object): void {
  const text = JSON.stringify(answer);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  };
  response.writeHead(200, headers).end(text);
}

function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  calls[path] = (calls[path] ?? 0) + 1;
  const reply = answerTo(path, query, body);
  if (latencyMs > 0) setTimeout(send, latencyMs, response, reply);
  else send(response, reply);
}

function startStandin(): void {
  const server = createServer((request, response) => {
    if (request.method === 'GET') return answer(request, response, '');
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => answer(request, response, body));
  });
  server.keepAliveTimeout = 600_000;
  // A burst of new connections must not be cut off by Node's usual queue for them.
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
    const { port } = server.address() as AddressInfo;
    serveParent<StandinQuestion, CallCounts>({ url: `http://127.0.0.1:${port}` }, (question) => {
      latencyMs = question.latencyMs ?? latencyMs;
      return calls;
    });
  });
}

if (import.meta.main) startStandin();
