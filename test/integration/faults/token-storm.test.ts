/** Every token dies at once while a crowd asks: one fetch heals everybody, and nobody sees it. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { type BadAccount, openAccount } from './bad-wechat.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { recordedScans, resultOf, visit } from './phones.ts';

const PHONES = 100;
/** So that many calls are on their way with the old token. */
const LATENCY_MS = 40;
const INFO = ['/cgi-bin/user/info', '/cgi-bin/user/info/batchget'];

async function crowd(venue: Venue, { entryId }: Pick<BadAccount, 'entryId'>): Promise<void> {
  const keys = await Promise.all(Array.from({ length: PHONES }, () => visit({ ...venue, entryId })));
  const results = await Promise.all(keys.map((key) => resultOf(venue, key)));
  for (const result of results) expect(result).toMatchObject({ verdict: 'not_followed' });
}

const healed: string[] = [];

test.each([
  ['stable', '/cgi-bin/stable_token'],
  ['classic', '/cgi-bin/token'],
])('a %s token', async (tokenMode, path) => {
  const venue = await openVenue();
  const account = await openAccount(venue, { tokenMode }, LATENCY_MS);
  await visit({ ...venue, entryId: account.entryId });
  expect(account.wechat.calls.count(path)).toBe(1);
  account.wechat.faults.on('tokenStorm');
  await crowd(venue, account);
  expect(account.wechat.calls.count(path)).toBe(2);
  healed.push(tokenMode);
});

test('expired at WeChat, and then refused whatever the token', { timeout: 60_000 }, async () => {
  let ahead = 0;
  const venue = await openVenue({ latencyMs: LATENCY_MS, clock: () => Date.now() + ahead });
  const { calls, faults } = venue.wechat;
  const fetched = () => calls.count('/cgi-bin/stable_token');
  await visit(venue);

  ahead = 3 * 3_600_000;
  await crowd(venue, venue);
  expect(fetched()).toBe(2);

  const refused = fetched();
  for (const path of INFO) faults.answer({ path, errcode: 40001 });
  const keys = await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
  for (const result of await Promise.all(keys.map((key) => resultOf(venue, key)))) {
    expect(result).toMatchObject({ reason: 'token', errcode: 40001 });
  }
  const useless = fetched() - refused;
  expect(useless).toBeLessThanOrEqual(3);

  faults.off();
  await expect
    .poll(async () => (await resultOf(venue, await visit(venue)))?.verdict, { timeout: 10_000 })
    .toBe('not_followed');
  const people = (await recordedScans(venue)).map(({ openid }) => openid);
  expect(new Set(people).size).toBe(people.length);
  expect(healed).toEqual(['stable', 'classic']);
  noteFault(
    'tokenStorm',
    `${PHONES} phones each with a stable and a classic token: 1 fetch, ${PHONES} verdicts; with 40001 to whatever ` +
      `token: ${useless} more for ${PHONES} phones`,
  );
});
