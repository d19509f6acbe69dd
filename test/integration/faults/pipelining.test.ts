/** Many requests on one connection, not waiting for answers: each is answered, in order, also while we close. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { openAccount } from './bad-wechat.ts';
import { openVenue } from './open-venue.ts';
import { authorized, recordedScans, resultOf } from './phones.ts';
import { answersTo, ended, open, requestFor, statusesIn } from './raw-http.ts';

const REQUESTS = 50;
const VISITS = 5;
const SLOW_MS = 600;

function keysIn(text: string): string[] {
  return [...text.matchAll(/^location: \/r\/(\w+)\r$/gim)].map(([, key = '']) => key);
}

test('in a row, and while the host ends', { timeout: 60_000 }, async () => {
  const venue = await openVenue({ latencyMs: 150 });
  const { callbackUrl } = venue.host();
  const paths = Array.from(
    { length: REQUESTS },
    (_, index) => ['/healthz', '/nothing', '/r/none'][index % 3] ?? '',
  );
  const last = requestFor(callbackUrl, '/healthz', ['Connection: close']);
  const many = await answersTo(
    callbackUrl,
    paths.map((path) => requestFor(callbackUrl, path)).join('') + last,
  );
  expect(statusesIn(many)).toEqual([...paths.map((path) => (path === '/healthz' ? 200 : 404)), 200]);

  // The first is answered long before the others: the end of its answer must not be the end of theirs.
  const slow = await openAccount(venue);
  slow.wechat.faults.on('slow', { value: SLOW_MS });
  const people = ['follower', 'stranger', 'new', 'follower', 'stranger'].slice(0, VISITS);
  const visits: string[] = [];
  for (const [index, as] of people.entries()) {
    const { pathname, search } = await authorized(
      index === 0 ? venue : { ...venue, entryId: slow.entryId },
      as,
    );
    visits.push(requestFor(callbackUrl, pathname + search));
  }
  const exchanged = () =>
    [venue.wechat, slow.wechat].reduce((sum, { calls }) => sum + calls.count('/sns/oauth2/access_token'), 0);
  const socket = open(callbackUrl);
  let answered = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answered += chunk;
  });
  socket.write(visits.join(''));
  await expect.poll(exchanged).toBe(VISITS);
  const stopped = venue.host().stop();
  await ended(socket);
  expect(await stopped).toBe(0);
  expect(statusesIn(answered)).toEqual(people.map(() => 303));

  await venue.start();
  const keys = keysIn(answered);
  expect(keys).toHaveLength(VISITS);
  const verdicts = await Promise.all(keys.map(async (key) => (await resultOf(venue, key))?.verdict));
  expect(verdicts).toEqual(people.map((as) => (as === 'follower' ? 'followed' : 'not_followed')));
  expect((await recordedScans(venue)).length).toBe(VISITS);
  noteFault(
    'pipelining',
    `${REQUESTS + 1} requests, ${REQUESTS + 1} answers in order; ${VISITS} visits on one connection when the host was ` +
      `ended: ${VISITS} answered`,
  );
});
