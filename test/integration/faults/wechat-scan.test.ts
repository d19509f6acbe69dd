/** Each call that a scan needs, spoiled in each way: a phone is always told something, and never a wrong verdict. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { badWays, hurry, openAccount } from './bad-wechat.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, comeBack, resultOf, type ShownResult } from './phones.ts';

/** For the picture with which a visitor follows: nobody's verdict hangs on it. */
const PICTURE = '/cgi-bin/qrcode/create';
/** It spends the code: an answer that is only late must not be lost. */
const EXCHANGE = '/sns/oauth2/access_token';
const calls: readonly [path: string, account?: object][] = [
  [EXCHANGE],
  ['/cgi-bin/stable_token'],
  ['/cgi-bin/token', { tokenMode: 'classic' }],
  ['/cgi-bin/user/info'],
  ['/cgi-bin/user/info/batchget'],
  [PICTURE, { authorizeBaseUrl: 'https://open.weixin.qq.com' }],
];
/** So that those who come together are looked up together. */
const LATENCY_MS = 50;
/** The first comes alone, the others together: both ways of looking up. */
const ALONE = 'stranger';
const TOGETHER = ['follower', 'new', 'new', 'stranger'] as const;
const TRUE_VERDICTS: Record<string, string> = {
  follower: 'followed',
  stranger: 'not_followed',
  new: 'not_followed',
};
const REASONS = ['network', 'platform_busy', 'bad_reply', 'code_reused'];
const cases = badWays.flatMap((way) => calls.map((call) => ({ way, call })));

interface Answered {
  as: string;
  ms: number;
  shown: ShownResult | null;
}

async function scan(venue: Venue, as: string): Promise<Answered> {
  const callback = await authorized(venue, as);
  const startedAt = performance.now();
  const outcome = await comeBack(callback);
  const ms = performance.now() - startedAt;
  return { as, ms, shown: 'key' in outcome ? await resultOf(venue, outcome.key) : null };
}

test(`${cases.length} faults of a scan`, { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  await hurry(venue);
  const answers: Answered[] = [];
  await Promise.all(
    cases.map(async ({ way: [name, fault, value], call: [path, account] }) => {
      const { wechat, entryId } = await openAccount(venue, account, LATENCY_MS);
      const door = { ...venue, wechat, entryId };
      wechat.faults.on(fault, { paths: [path], value });
      const answered = [await scan(door, ALONE)];
      // Again if need be: who comes together by a network's grace is not always looked up together.
      do answered.push(...(await Promise.all(TOGETHER.map((as) => scan(door, as)))));
      while (wechat.calls.count(path) === 0);
      for (const { as, shown } of answered) {
        const told = shown?.verdict === 'unknown' ? shown.reason : shown?.verdict;
        const bearable = path === EXCHANGE && name === 'slow' ? [] : REASONS;
        expect([...bearable, TRUE_VERDICTS[as]], `${path} ${name}`).toContain(told);
      }
      answers.push(...answered);
      if (path !== PICTURE) wechat.faults.off();
      await expect
        .poll(async () => (await scan(door, 'follower')).shown?.verdict, { timeout: 15_000 })
        .toBe('followed');
    }),
  );
  const decided = answers.filter(({ shown }) => shown?.verdict !== 'unknown').length;
  const slowest = Math.max(...answers.map(({ ms }) => ms)) / 1000;
  expect(slowest).toBeLessThan(20);
  expect(await venue.host().stop()).toBe(0);
  noteFault(
    'wechatScan',
    `${cases.length} faults, ${answers.length} phones: ${decided} told the verdict, ${answers.length - decided} the ` +
      `reason, 0 error pages; the slowest in ${slowest.toFixed(1)} s with calls limited to 2 s`,
  );
});
