/** Each call that a scan needs, spoiled in each way: a phone is always told something, and never a wrong verdict. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { badWays, hurry, openAccount } from './bad-wechat.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, comeBack, resultOf, type ShownResult } from './phones.ts';

/** For the picture with which a visitor follows: nobody's verdict hangs on it. */
const PICTURE = '/cgi-bin/qrcode/create';
const calls: readonly [path: string, account?: object][] = [
  ['/sns/oauth2/access_token'],
  ['/cgi-bin/stable_token'],
  ['/cgi-bin/token', { tokenMode: 'classic' }],
  ['/cgi-bin/user/info'],
  ['/cgi-bin/user/info/batchget'],
  [PICTURE],
];
/** The first asks alone, the others together: both ways of looking up. */
const VISITORS = ['follower', 'stranger', 'new'] as const;
const TRUE_VERDICTS: Record<string, string> = {
  follower: 'followed',
  stranger: 'not_followed',
  new: 'not_followed',
};
const REASONS = ['network', 'platform_busy', 'bad_reply', 'code_reused'];
const cases = badWays.flatMap((way) => calls.map((call) => ({ way, call })));

interface Answered {
  ms: number;
  shown: ShownResult | null;
}

async function scan(venue: Venue, entryId: string, as: string): Promise<Answered> {
  const callback = await authorized({ ...venue, entryId }, as);
  const startedAt = performance.now();
  const outcome = await comeBack(callback);
  const ms = performance.now() - startedAt;
  return { ms, shown: 'key' in outcome ? await resultOf(venue, outcome.key) : null };
}

test(`${cases.length} faults of a scan`, { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  await hurry(venue);
  const answers: Answered[] = [];
  let met = 0;
  await Promise.all(
    cases.map(async ({ way: [name, fault, value], call: [path, account] }) => {
      const { wechat, entryId } = await openAccount(venue, account);
      wechat.faults.on(fault, { paths: [path], value });
      const answered = await Promise.all(VISITORS.map((as) => scan(venue, entryId, as)));
      for (const [index, { shown }] of answered.entries()) {
        const told = shown?.verdict === 'unknown' ? shown.reason : shown?.verdict;
        const reasons = path === PICTURE ? [] : REASONS;
        const allowed = [...reasons, TRUE_VERDICTS[VISITORS[index] ?? '']];
        expect(allowed, `${path} ${name}`).toContain(told);
      }
      answers.push(...answered);
      if (wechat.calls.count(path) > 0) met += 1;
      wechat.faults.off();
      await expect
        .poll(async () => (await scan(venue, entryId, 'follower')).shown?.verdict, { timeout: 15_000 })
        .toBe('followed');
    }),
  );
  // Whether two ask at once, and so together, is for the network to say.
  expect(met).toBeGreaterThan(cases.length - badWays.length);
  const decided = answers.filter(({ shown }) => shown?.verdict !== 'unknown').length;
  const slowest = Math.max(...answers.map(({ ms }) => ms)) / 1000;
  expect(slowest).toBeLessThan(20);
  expect(await venue.host().stop()).toBe(0);
  noteFault(
    'wechatScan',
    `${met} faults, ${answers.length} phones: ${decided} told the verdict, ${answers.length - decided} the ` +
      `reason, 0 error pages; the slowest in ${slowest.toFixed(1)} s with calls limited to 2 s`,
  );
});
