/**
 * A WeChat of a few lines on a real socket: each endpoint answers what the test says, in JSON, as bytes, late,
 * never, or by breaking the connection. It remembers every call.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  /** The request's target as sent. */
  target: string;
  contentType: string | undefined;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** Bytes with a status, instead of a JSON object with 200. */
export class Raw {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers: Record<string, string>;
  constructor(status: number, body: string | Buffer, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** No answer, ever. */
export const SILENCE = Symbol('silence');
/** The connection breaks. */
export const RESET = Symbol('reset');

export type Answer = object | Raw | typeof SILENCE | typeof RESET;
/** `nth` counts this endpoint's calls from 1. */
export type Script = Record<string, (call: Call, nth: number) => Answer | Promise<Answer>>;

export interface ScriptedWeChat {
  url: string;
  calls: Call[];
  count(path: string): number;
  close(): Promise<void>;
}

/** A stable_token that hands out `planted-token-1`, `planted-token-2`, … */
export const NEW_TOKENS: Script = {
  '/cgi-bin/stable_token': (_call, nth) => ({ access_token: tokenNumber(nth), expires_in: 7200 }),
};

export function tokenNumber(nth: number): string {
  return `planted-token-${nth}`;
}

export async function startScriptedWeChat(script: Script, prefix = ''): Promise<ScriptedWeChat> {
  const calls: Call[] = [];
  const count = (path: string) => calls.filter((call) => call.path === path).length;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '', 'http://scripted');
    const call: Call = {
      method: request.method ?? '',
      path: url.pathname.slice(prefix.length),
      query: Object.fromEntries(url.searchParams),
      target: request.url ?? '',
      contentType: request.headers['content-type'],
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    calls.push(call);
    const scripted = url.pathname.startsWith(prefix) ? script[call.path] : undefined;
    const reply = scripted ? await scripted(call, count(call.path)) : new Raw(404, 'not scripted');
    if (reply === RESET) request.socket.destroy();
    else if (reply instanceof Raw) response.writeHead(reply.status, reply.headers).end(reply.body);
    else if (reply !== SILENCE) {
      response
        .writeHead(200, { 'content-type': 'application/json; encoding=utf-8' })
        .end(JSON.stringify(reply));
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    calls,
    count,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
