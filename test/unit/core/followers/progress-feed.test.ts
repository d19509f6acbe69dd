/** A listener that reads slowly gets the last count, and every change of state. */
import { expect, test } from 'vitest';
import { createProgressFeed } from '#core/followers/progress-feed.ts';
import type { SyncProgress } from '#shared/model/user.ts';

function progress(state: SyncProgress['state'], fetched: number, accountId = 'acc'): SyncProgress {
  return { accountId, state, fetched, total: 300, reason: null, errcode: null };
}

test('counts that nobody read in time give way to later ones; states do not', async () => {
  const feed = createProgressFeed();
  const listener = feed.listen(() => progress('idle', 0), undefined);
  expect((await listener.next()).value).toEqual(progress('idle', 0));
  for (const fetched of [0, 100, 200]) feed.publish(progress('running', fetched));
  feed.publish(progress('failed', 200));
  feed.publish(progress('running', 200));
  feed.publish(progress('running', 300));
  feed.publish(progress('done', 300));
  feed.publish(progress('running', 7, 'other'));
  feed.close();
  const heard: SyncProgress[] = [];
  for await (const change of listener) heard.push(change);
  expect(heard).toEqual([
    progress('running', 200),
    progress('failed', 200),
    progress('running', 300),
    progress('done', 300),
  ]);
});

test('an abort ends a listener that waits', async () => {
  const feed = createProgressFeed();
  const listening = new AbortController();
  const listener = feed.listen(() => progress('idle', 0), listening.signal);
  await listener.next();
  const next = listener.next();
  listening.abort();
  expect((await next).done).toBe(true);
});

test('a signal that is aborted already hears nothing', async () => {
  const listener = createProgressFeed().listen(() => progress('idle', 0), AbortSignal.abort());
  expect((await listener.next()).done).toBe(true);
});
