/** A listener that reads slowly gets the last count, and every change of state. */
import { expect, test } from 'vitest';
import { createProgressFeed } from '#core/progress-feed.ts';

interface Progress {
  key: string;
  state: string;
  count: number;
}

function progress(state: string, count: number, key = 'one'): Progress {
  return { key, state, count };
}

function open(isLast?: (progress: Progress) => boolean) {
  return createProgressFeed<Progress>(({ key }) => key, isLast);
}

async function rest(listener: AsyncGenerator<Progress>): Promise<Progress[]> {
  const heard: Progress[] = [];
  for await (const change of listener) heard.push(change);
  return heard;
}

test('counts that nobody read in time give way to later ones; states do not', async () => {
  const feed = open();
  const listener = feed.listen(() => progress('idle', 0), undefined);
  expect((await listener.next()).value).toEqual(progress('idle', 0));
  for (const count of [0, 100, 200]) feed.publish(progress('running', count));
  feed.publish(progress('failed', 200));
  feed.publish(progress('running', 200));
  feed.publish(progress('running', 300));
  feed.publish(progress('done', 300));
  feed.publish(progress('running', 7, 'other'));
  feed.close();
  expect(await rest(listener)).toEqual([
    progress('running', 200),
    progress('failed', 200),
    progress('running', 300),
    progress('done', 300),
  ]);
});

test('a listener ends after the last there can be, also when that is the first it hears', async () => {
  const feed = open(({ state }) => state === 'done');
  const listener = feed.listen(() => progress('running', 0), undefined);
  await listener.next();
  feed.publish(progress('done', 9));
  expect(await rest(listener)).toEqual([progress('done', 9)]);
  expect(await rest(feed.listen(() => progress('done', 9), undefined))).toEqual([progress('done', 9)]);
});

test('ending one key lets its listeners read what is left, and leaves the others', async () => {
  const feed = open();
  const listener = feed.listen(() => progress('running', 0), undefined);
  const other = feed.listen(() => progress('running', 0, 'other'), undefined);
  await Promise.all([listener.next(), other.next()]);
  feed.publish(progress('running', 5));
  feed.end('one');
  expect(await rest(listener)).toEqual([progress('running', 5)]);
  feed.publish(progress('running', 6, 'other'));
  expect((await other.next()).value).toEqual(progress('running', 6, 'other'));
});

test('an abort ends a listener that waits', async () => {
  const feed = open();
  const listening = new AbortController();
  const listener = feed.listen(() => progress('idle', 0), listening.signal);
  await listener.next();
  const next = listener.next();
  listening.abort();
  expect((await next).done).toBe(true);
});

test('a signal that is aborted already hears nothing', async () => {
  const listener = open().listen(() => progress('idle', 0), AbortSignal.abort());
  expect((await listener.next()).done).toBe(true);
});
