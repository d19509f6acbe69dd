/** The client against the simulator, which was written apart from it and is strict where WeChat is. */
import { expect, it } from 'vitest';
import { openScanningClient } from './scanning-client.ts';

const STABLE = '/cgi-bin/stable_token';
const EXCHANGE = '/sns/oauth2/access_token';
const INFO = '/cgi-bin/user/info';
const BATCH = '/cgi-bin/user/info/batchget';

it.each([
  ['follower', { verdict: 'followed', reason: null }],
  ['stranger', { verdict: 'not_followed', reason: null }],
  ['new', { verdict: 'not_followed', reason: null }],
])('gives a %s the verdict', async (who, verdict) => {
  const { scan } = await openScanningClient();
  expect(await scan(who)).toEqual(verdict);
});

it('sees that somebody has followed meanwhile', async () => {
  const { scan, simulator } = await openScanningClient();
  expect(await scan('stranger')).toMatchObject({ verdict: 'not_followed' });
  simulator.people.follow('stranger');
  expect(await scan('stranger')).toMatchObject({ verdict: 'followed' });
});

it('says why a code is no use', async () => {
  const { code, verdict } = await openScanningClient();
  const used = await code('follower');
  await verdict(used);
  expect(await verdict(used)).toMatchObject({ reason: 'code_reused', errcode: 40163 });
  expect(await verdict('0123456789abcdef')).toMatchObject({ reason: 'code_invalid', errcode: 40029 });
});

it('works with classic tokens', async () => {
  const { client, credentials, simulator, code } = await openScanningClient();
  const classic = { ...credentials, tokenMode: 'classic' as const };
  const { openid } = await client.exchangeCode(classic, await code('follower'));
  expect(await client.lookup(classic, openid)).toMatchObject({ subscribe: true });
  expect(simulator.calls.count('/cgi-bin/token')).toBe(1);
});

it('makes one token call and little more than one other for each of five hundred phones', async () => {
  const { client, credentials, simulator, code, verdict } = await openScanningClient({ latencyMs: 40 });
  const openids = simulator.people.addMany(500);
  const codes: string[] = [];
  for (const openid of openids) codes.push(await code(openid));
  await client.tokens.get(credentials);
  const verdicts = await Promise.all(codes.map((each) => verdict(each)));
  expect(verdicts.filter((each) => each.verdict === 'followed')).toHaveLength(250);
  expect(verdicts.filter((each) => each.verdict === 'not_followed')).toHaveLength(250);
  const { calls } = simulator;
  expect(calls.count(STABLE)).toBe(1);
  // How large the batches get depends on the machine's mood: the bench holds the figure to 1.05.
  expect((calls.count(EXCHANGE) + calls.count(INFO) + calls.count(BATCH)) / 500).toBeLessThanOrEqual(1.25);
});

it('reads the follower directory and the people in it', async () => {
  const { client, credentials, simulator } = await openScanningClient();
  simulator.people.addMany(250, { followEvery: 1 });
  const page = await client.followersPage(credentials, '');
  expect(page.total).toBe(simulator.people.list().filter(({ following }) => following).length);
  expect(page.openids).toHaveLength(page.count);
  expect(await client.followersPage(credentials, page.nextOpenid)).toMatchObject({
    openids: [],
    nextOpenid: '',
  });
  const answers = await client.lookupMany(credentials, [...page.openids, 'nobody']);
  expect(answers.slice(0, -1).every((answer) => !(answer instanceof Error) && answer.subscribe)).toBe(true);
  expect(answers.at(-1)).toMatchObject({ errcode: 40003 });
});

it('answers the doctor', async () => {
  const { client, credentials } = await openScanningClient();
  expect(await client.probe.callbackIps(credentials)).not.toEqual([]);
  expect((await client.probe.quota(credentials, INFO)).dailyLimit).toBeGreaterThan(0);
});
