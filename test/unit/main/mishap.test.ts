import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { explainMishaps, mishapBox, mishapDetails } from '#main/mishap.ts';
import { createLogger } from '#server/logger.ts';

const secret = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';
const facts = { version: '1.2.3', runtime: 'Electron 45.4.1, linux x64' };
const GO_ON = 0;
const COPY = 1;
const OPEN_LOG = 2;
const QUIT = 3;

/** A process in which errors end up, and a user who answers the next box with this button. */
function open(answer: Promise<number> | number = GO_ON) {
  const fake = new EventEmitter();
  const boxes: MessageBoxOptions[] = [];
  const done: string[] = [];
  let log = '';
  const mishaps = explainMishaps({
    ...facts,
    process: fake,
    ready: Promise.resolve(),
    async ask(box) {
      boxes.push(box);
      return { response: await answer };
    },
    copy: (text) => void done.push(text),
    openLogFolder: () => void done.push('log folder'),
    quit: () => void done.push('quit'),
    language: () => 'en',
    logFile: '/data/logs/followdesk.log',
    logger: createLogger((line) => {
      log += line;
    }),
  });
  async function fail(error: unknown, event = 'uncaughtException'): Promise<void> {
    fake.emit(event, error);
    await new Promise(setImmediate);
  }
  return { fail, boxes, done, mishaps, log: () => log };
}

describe('an error nobody foresaw', () => {
  it.each(['uncaughtException', 'unhandledRejection'])(
    'is told in words, with the log’s place: %s',
    async (event) => {
      const { fail, boxes, log } = open();
      await fail(new TypeError(`x is not a function, secret=${secret}`), event);
      const [box] = boxes;
      expect(boxes).toHaveLength(1);
      expect(box?.message).toBe('FollowDesk met an unexpected error');
      expect(box?.detail).toContain('/data/logs/followdesk.log');
      expect(JSON.stringify(box)).not.toMatch(/TypeError|is not a function|mishap\.test|c0ffee/);
      expect(log()).toContain('TypeError');
      expect(log()).not.toContain(secret);
    },
  );

  it('can be copied whole, without a secret', async () => {
    const { fail, done } = open(COPY);
    const cause = new Error(`{"access_token":"${secret}"}`);
    await fail(new RangeError(`GET /x?appsecret=${secret}&code=${secret}`, { cause }));
    expect(done).toHaveLength(1);
    expect(done[0]).toMatch(/^FollowDesk 1\.2\.3 \(Electron 45\.4\.1, linux x64\)\n\nRangeError: GET/);
    expect(done[0]).toContain('mishap.test.ts');
    expect(done[0]).toContain('[redacted]');
    expect(done[0]).not.toContain(secret);
  });

  it('leads to the log, to the end, or nowhere', async () => {
    for (const [answer, expected] of [
      [OPEN_LOG, ['log folder']],
      [QUIT, ['quit']],
      [GO_ON, []],
      [-1, []],
    ] as const) {
      const { fail, done } = open(answer);
      await fail(new Error('x'));
      expect(done).toEqual(expected);
    }
  });

  it('shows one box at a time, and every error in the log', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const { fail, boxes, log } = open(promise);
    await fail(new Error('first'));
    await fail(new Error('second'));
    expect(boxes).toHaveLength(1);
    resolve(0);
    await new Promise(setImmediate);
    await fail(new Error('third'));
    expect(boxes).toHaveLength(2);
    for (const message of ['first', 'second', 'third']) expect(log()).toContain(message);
  });

  it('is only logged while the app closes', async () => {
    const { fail, boxes, mishaps, log } = open();
    mishaps.quieten();
    await fail(new Error('late'));
    expect(boxes).toEqual([]);
    expect(log()).toContain('late');
  });

  it('is logged when even the box fails, and the next one is shown again', async () => {
    const { fail, boxes, log } = open(Promise.reject(new Error('no display')));
    await fail(new Error('first'));
    expect(log()).toContain('the error could not be explained');
    await fail(new Error('second'));
    expect(boxes).toHaveLength(2);
  });
});

describe('what is copied', () => {
  it.each([['a word'], [undefined], [null], [{ code: 1 }]])(
    'is something, whatever was thrown: %j',
    (thrown) => {
      expect(mishapDetails(thrown, facts)).toMatch(/^FollowDesk 1\.2\.3/);
    },
  );

  it('ends when a cause leads back to itself', () => {
    const error = new Error('round');
    error.cause = error;
    expect(mishapDetails(error, facts).match(/Error: round/g)).toHaveLength(1);
  });
});

it('has its box in both languages, closed by going on', () => {
  expect(mishapBox('zh-CN', '/log').message).toMatch(/\p{Script=Han}/u);
  expect(mishapBox('zh-CN', '/log').buttons?.join('')).not.toMatch(/[a-z]/i);
  for (const language of ['zh-CN', 'en'] as const) {
    expect(mishapBox(language, '/log')).toMatchObject({ cancelId: 0, defaultId: 0 });
  }
});
