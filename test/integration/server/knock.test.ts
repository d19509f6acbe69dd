/** A crowd knocks before the listener can take up a single connection: the system keeps them, and cuts nobody off. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openListener } from './open-listener.ts';

/** Whoever the queue has no room for knocks again after a second. */
const KNOCKS_AGAIN_MS = 900;

function longestQueue(): number {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'));
  } catch {
    return 0;
  }
}

async function knock(port: number): Promise<{ answer: string; waitedMs: number }> {
  const startedAt = performance.now();
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  const waitedMs = performance.now() - startedAt;
  socket.write('GET /healthz HTTP/1.1\r\nHost: door\r\nConnection: close\r\n\r\n');
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return { answer: String(answer), waitedMs };
}

test.skipIf(longestQueue() < 4096)('2,000 phones at once', async () => {
  const { port } = await openListener();
  const phones = await Promise.all(Array.from({ length: 2000 }, () => knock(port)));
  expect(phones.filter(({ answer }) => !answer.startsWith('HTTP/1.1 200'))).toEqual([]);
  expect(phones.filter(({ waitedMs }) => waitedMs > KNOCKS_AGAIN_MS).length).toBeLessThan(1000);
});
