/** One callback, many times: a scanner in the network, an impatient thumb, Android. One code is exchanged once. */
import { expect, test } from 'vitest';
import { grouped, noteFault } from '../../support/note-fault.ts';
import { openVenue } from './open-venue.ts';
import { authorized, comeBack, recordedScans } from './phones.ts';

const TIMES = [2, 3, 5, 10, 20, 35, 50];
const EXCHANGE = '/sns/oauth2/access_token';

test(`${TIMES.at(0)} to ${TIMES.at(-1)} times at once`, async () => {
  const venue = await openVenue({ latencyMs: 20 });
  const callbacks = await Promise.all(TIMES.map(async (times) => ({ times, url: await authorized(venue) })));
  const keys = await Promise.all(
    callbacks.map(async ({ times, url }) => {
      const outcomes = await Promise.all(Array.from({ length: times }, () => comeBack(url)));
      // Once more when all is over: back, or a page that is loaded again.
      outcomes.push(await comeBack(url));
      return new Set(outcomes.map((outcome) => ('key' in outcome ? outcome.key : outcome.status)));
    }),
  );
  for (const each of keys) expect(each.size).toBe(1);
  expect(venue.wechat.calls.count(EXCHANGE)).toBe(TIMES.length);
  const scans = await recordedScans(venue);
  expect(scans).toHaveLength(TIMES.length);
  for (const scan of scans) expect(scan).toMatchObject({ verdict: 'not_followed', visits: 1 });

  // Android's: two codes of one visit, together.
  venue.wechat.faults.on('doubleCallback', { times: 1 });
  await comeBack(await authorized(venue, 'follower'));
  const all = await recordedScans(venue);
  expect(all).toHaveLength(TIMES.length + 1);
  expect(all[0]).toMatchObject({ verdict: 'followed', visits: 2 });

  const sent = TIMES.reduce((sum, times) => sum + times + 1, 0);
  noteFault(
    'doubleCallback',
    `${grouped(sent)} callbacks with ${TIMES.length} codes: ${TIMES.length} exchanges, ${scans.length} scans; ` +
      'two codes of one visit: 1 scan, 2 visits',
  );
});
