/**
 * DevTools over Chromium's pipe: JSON between NUL bytes. Chromium dies with the pipe, and so with us. Types come
 * from Playwright, which speaks the same protocol to the same browser.
 */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';

/** One end of the protocol: the browser itself, or one page. */
export type Devtools = Pick<CDPSession, 'on' | 'send'>;

export interface Wire {
  browser: Devtools;
  /** The session with this id, from `Target.attachToTarget`. */
  session(id: string): Devtools;
  /** Rejects what still waits for an answer. */
  cut(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId?: string };
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

interface Pending {
  method: string;
  sessionId: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export function createWire(output: Writable, input: Readable): Wire {
  const pending = new Map<number, Pending>();
  const sessions = new Map<string | undefined, { devtools: Devtools; events: EventEmitter }>();
  let lastId = 0;

  function open(sessionId: string | undefined) {
    const events = new EventEmitter();
    function send(method: string, params: object = {}): Promise<unknown> {
      return new Promise((resolve, reject) => {
        lastId += 1;
        pending.set(lastId, { method, sessionId, resolve, reject });
        output.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      });
    }
    const devtools = { send, on: events.on.bind(events) } as unknown as Devtools;
    const opened = { devtools, events };
    sessions.set(sessionId, opened);
    return opened;
  }

  function receive({ id, method, params, sessionId, result, error }: Message): void {
    // Chromium never answers what a closed page was asked.
    if (method === 'Target.detachedFromTarget' && params?.sessionId) {
      reject((call) => call.sessionId === params.sessionId, 'the page is gone');
      sessions.delete(params.sessionId);
    }
    if (id === undefined) {
      sessions.get(sessionId)?.events.emit(method ?? '', params);
      return;
    }
    const call = pending.get(id);
    pending.delete(id);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }

  function reject(whose: (call: Pending) => boolean, why: string): void {
    for (const [id, call] of pending) {
      if (!whose(call)) continue;
      pending.delete(id);
      call.reject(new Error(`${call.method}: ${why}`));
    }
  }

  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString();
      parts = [];
      rest = rest.subarray(end + 1);
      receive(JSON.parse(text) as Message);
    }
    if (rest.length > 0) parts.push(rest);
  });
  // The pipe breaks when Chromium dies; its exit is what is acted on.
  output.on('error', () => undefined);

  return {
    browser: open(undefined).devtools,
    session: (id) => (sessions.get(id) ?? open(id)).devtools,
    cut: () => reject(() => true, 'Chromium is gone'),
  };
}
