/** The live feed as a program outside reads it: Server-Sent Events whose data is the scan, resumable by id. */
import { expect, onTestFinished, test } from 'vitest';
import { openDoor } from '../../support/door.ts';
import { bearer, openConsole } from './open-console.ts';

interface Event {
  id: string;
  event: string;
  data: { id: string; verdict: string; revision: number; entryId: string };
}

/** Reads events one by one, as an EventSource would. */
async function openFeed(address: string, headers: Record<string, string> = {}) {
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const response = await fetch(address, { headers: { ...bearer, ...headers }, signal: closing.signal });
  if (response.body === null) throw new Error('a feed has a body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function next(): Promise<Event | null> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const data = field('data');
        if (data !== undefined)
          return { id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) };
      } else {
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
      }
    }
  }
  return { response, next, close: () => closing.abort() };
}

async function openLive() {
  const door = await openDoor();
  const desk = await openConsole(door.app);
  return { ...door, ...desk, feedUrl: `${desk.url}/api/scans/live` };
}

test('a scan reaches the feed as the scan itself', async () => {
  const { scan, feedUrl, entry } = await openLive();
  const feed = await openFeed(feedUrl);
  expect(feed.response.headers.get('content-type')).toBe('text/event-stream');
  expect(feed.response.headers.get('cache-control')).toBe('no-store');
  await scan('follower');
  const event = await feed.next();
  expect(event?.event).toBe('message');
  expect(event?.data).toMatchObject({ verdict: 'followed', entryId: entry.id });
  expect(event?.id).toBe(String(event?.data.revision));
});

test('a reader that comes back misses nothing, by header or by address', async () => {
  const { scan, feedUrl } = await openLive();
  const before = await openFeed(feedUrl);
  await scan('follower');
  const seen = await before.next();
  before.close();
  await scan('stranger');
  await scan('declines');
  for (const feed of [
    await openFeed(feedUrl, { 'last-event-id': seen?.id ?? '' }),
    await openFeed(`${feedUrl}?after=${seen?.id}`),
    await openFeed(`${feedUrl}?after=0`, { 'last-event-id': seen?.id ?? '' }),
  ]) {
    expect((await feed.next())?.data.verdict).toBe('not_followed');
    expect((await feed.next())?.data.verdict).toBe('unknown');
  }
});

test('an id that is not ours counts as none', async () => {
  const { scan, feedUrl } = await openLive();
  await scan('follower');
  const feed = await openFeed(feedUrl, { 'last-event-id': '1; DROP TABLE' });
  await scan('stranger');
  expect((await feed.next())?.data.verdict).toBe('not_followed');
});

test('a feed can be that of one entry', async () => {
  const { app, scan, feedUrl, entry } = await openLive();
  const other = app.entries.create({ ...entry, name: 'Other' });
  const feed = await openFeed(`${feedUrl}?entryId=${other.id}`);
  const rest = await openFeed(`${feedUrl}?entryId=${entry.id}&after=0`);
  await scan('follower');
  expect((await rest.next())?.data.entryId).toBe(entry.id);
  feed.close();
  await expect(feed.next()).rejects.toThrow();
});

test('closing the console ends its feeds at once', async () => {
  const { desk, feedUrl } = await openLive();
  const feed = await openFeed(feedUrl);
  const ended = feed.next().catch(() => null);
  const started = performance.now();
  await desk.close();
  expect(await ended).toBeNull();
  // Otherwise it would be cut when the grace for ordinary answers ends, after five seconds.
  expect(performance.now() - started).toBeLessThan(4000);
});
