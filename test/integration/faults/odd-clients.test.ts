/**
 * Clients that are slow on purpose, that send a megabyte of headers, or no HTTP at all, at both listeners. They get
 * one line or the door; phones are served meanwhile.
 */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { resultOf, visit } from './phones.ts';
import { answersTo, ended, open, requestFor, statusesIn } from './raw-http.ts';

const SLOW_OF_EACH_KIND = 100;
const PHONES = 20;
/** Headers may take ten seconds, looked at every second; a loaded machine looks later. */
const LONGEST_MS = 20_000;

/** What a slow client sends at once, and then every second. */
const slowWays: readonly [name: string, first: string, then: string][] = [
  ['nothing', '', ''],
  ['half a line', 'GET /heal', ''],
  ['a header now and then', 'GET /healthz HTTP/1.1\r\nHost: a\r\n', 'X-A: b\r\n'],
];

/** Holds connections open as slowly as it can; answers how long the longest lived. */
async function crawl(url: string, first: string, then: string): Promise<number> {
  const startedAt = performance.now();
  const sockets = Array.from({ length: SLOW_OF_EACH_KIND }, () => open(url));
  const closed = sockets.map(ended);
  for (const socket of sockets) {
    socket.write(first);
    socket.resume();
  }
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(then);
  }, 1000);
  await Promise.all(closed);
  clearInterval(timer);
  return performance.now() - startedAt;
}

async function serveMeanwhile(venue: Venue): Promise<void> {
  const keys = await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
  for (const key of keys) expect(await resultOf(venue, key)).toMatchObject({ verdict: 'not_followed' });
}

async function sendLargeHeaders(urls: readonly string[]): Promise<string> {
  const line = `X-Large: ${'a'.repeat(1000)}`;
  let heard = 0;
  const megabyte = Array.from({ length: 1024 }, () => line);
  for (const url of urls) {
    const ways = [
      requestFor(url, '/healthz', megabyte),
      requestFor(url, '/healthz', [`X-Large: ${'a'.repeat(1024 * 1024)}`]),
      requestFor(url, `/${'a'.repeat(1024 * 1024)}`),
      requestFor(url, '/healthz', [`Cookie: ${'a=b; '.repeat(200_000)}`]),
    ];
    for (const bytes of ways) {
      const statuses = statusesIn(await answersTo(url, bytes));
      // Whoever still sends when the answer is there may lose it with the connection.
      expect([[], [431]]).toContainEqual(statuses);
      heard += statuses.length;
    }
    expect(statusesIn(await answersTo(url, requestFor(url, '/', ['Connection: close'])))[0]).toBeLessThan(
      500,
    );
  }
  // Our own listener reads on, so that its answer is heard.
  expect(heard).toBeGreaterThanOrEqual(4);
  return (
    `${urls.length * 4} requests refused at ${urls.length} listeners, ${heard} of them with 431; ` +
    `the next ${urls.length} served`
  );
}

const notHttp: readonly (string | Buffer)[] = [
  '\r\n\r\n\r\nnonsense\r\n\r\n',
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /r/x/recheck HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n',
  'POST /r/x/recheck HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /%ZZ%00%c0%ae HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET http://[::1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'BREW /callback HTTP/1.1\r\nHost: a\r\n\r\n',
  'CONNECT example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n',
  'GET /healthz HTTP/1.1\r\nHost : a\r\nX: \u0001\r\n\r\n',
  Buffer.from('16030100c8010000c40303', 'hex'),
  Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)),
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
];

async function sendNoHttp(urls: readonly string[]): Promise<string> {
  for (const url of urls) {
    for (const bytes of notHttp) {
      const text = await answersTo(url, bytes);
      const label = JSON.stringify(String(bytes).slice(0, 60));
      for (const status of statusesIn(text)) expect(status, label).toBeLessThan(500);
      expect(text, label).not.toMatch(/\n\s+at |node:|\.(js|ts):\d/);
    }
  }
  return `${notHttp.length} kinds of bytes at ${urls.length} listeners: 0 times 5xx, 0 stacks`;
}

test('slow, large and odd clients, and phones', { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  const { callbackUrl, consoleUrl } = venue.host();
  const urls = [callbackUrl, consoleUrl];
  const crawling = Promise.all(slowWays.map(([, first, then]) => crawl(callbackUrl, first, then)));
  await serveMeanwhile(venue);
  const large = await sendLargeHeaders(urls);
  const odd = await sendNoHttp(urls);
  await serveMeanwhile(venue);
  const longest = Math.max(...(await crawling));
  expect(longest).toBeLessThan(LONGEST_MS);
  await serveMeanwhile(venue);
  expect(await venue.host().stop()).toBe(0);
  noteFault('largeHeaders', large);
  noteFault('malformedHttp', odd);
  noteFault(
    'slowClients',
    `${SLOW_OF_EACH_KIND * slowWays.length} connections ended within ${(longest / 1000).toFixed(1)} s; ` +
      `${3 * PHONES} of ${3 * PHONES} phones served meanwhile and after`,
  );
});
