/** A callback listener on a real socket, over a callback of which each test says only what it needs. */
import { request as send } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Callback, PhoneResult } from '#core/callback/callback.ts';
import { createCallbackListener } from '#server/callback/http.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

export const phoneResult: PhoneResult = {
  key: 'k1',
  verdict: 'followed',
  reason: null,
  errcode: null,
  param: 'door',
  scannedAt: '2026-11-23T10:00:00.000Z',
  decidedAt: '2026-11-23T10:00:01.000Z',
  accountName: '演示号',
  followPicture: null,
  followPage: null,
  canRecheck: true,
  pending: false,
  scanAgainPath: '/go/e1',
};

/** Answers what was not said with a failure that names it. */
function fakeCallback(said: Partial<Callback> = {}): Callback {
  function unsaid(name: string) {
    return () => {
      throw new Error(`${name} was not to be called`);
    };
  }
  return {
    go: unsaid('go'),
    visit: unsaid('visit'),
    result: unsaid('result'),
    recheck: unsaid('recheck'),
    verificationFile: unsaid('verificationFile'),
    instance: 'instance-1',
    ...said,
  };
}

export function newListener(said: Partial<Callback> = {}) {
  const logger = recordingLogger();
  const listener = createCallbackListener({ callback: fakeCallback(said), logger });
  onTestFinished(() => listener.close());
  return { listener, logger };
}

export async function openListener(said: Partial<Callback> = {}) {
  const { listener, logger } = newListener(said);
  const state = await listener.listen({ host: '127.0.0.1', port: 0 });
  if (state.state === 'failed') throw new Error(state.code);
  const { url, port } = state;
  return { listener, logger, url, port };
}

/** A request as bytes on the wire would make it: any method, any path, any Host, no redirects followed. */
export function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Record<string, string>; text: string }> {
  const { hostname, port } = new URL(url);
  const path = url.slice(new URL(url).origin.length) || '/';
  return new Promise((resolve, reject) => {
    const sent = send({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(flat), text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
