/** What the doctor finds when WeChat, the credentials or the way between them is broken: one table. */
import { expect, test } from 'vitest';
import { TokenServiceFailed } from '#core/errors.ts';
import { CheckName, type Finding } from '#shared/model/doctor.ts';
import { APP_SECRET } from '../users/real-wechat.ts';
import { found, openPatient, type Patient, states } from './patient.ts';

/** Those that ask WeChat. */
const ASKING = CheckName.options.slice(0, 6);

test('a healthy account: every check in its order, nothing to mend', async () => {
  const { examine, simulator } = await openPatient();
  const report = await examine();
  expect(report.findings.map(({ check }) => check)).toEqual(CheckName.options);
  const unset = 'warning skipped skipped skipped skipped';
  expect(states(report)).toBe(`ok ok ok ok ok ok ok ${unset} ok`);
  expect(report.healthy).toBe(true);
  expect(found(report, 'whitelist').facts).toEqual({ ip: '203.0.113.7' });
  expect(found(report, 'api_reachable').facts.url).toBe(simulator.url);
  expect(Number(found(report, 'quota').facts.remain)).toBeGreaterThan(0);
  expect(found(report, 'token').facts).toMatchObject({
    mode: 'stable',
    fetchesToday: '1',
    dailyLimit: '500000',
  });
});

test('a check that another one is in the way of says what was seen of that, for whoever asks it alone', async () => {
  const { examine, account } = await openPatient();
  account.apiBaseUrl = 'http://127.0.0.1:9';
  expect(found(await examine('credentials'), 'credentials')).toMatchObject({
    state: 'skipped',
    cause: 'after_api_reachable',
    facts: { kind: 'network', detail: 'ECONNREFUSED', endpoint: '/cgi-bin/stable_token' },
  });
});

test('those named only, in the order of the whole, and WeChat is asked nothing else', async () => {
  const { examine, simulator } = await openPatient();
  const report = await examine('quota', 'callback');
  expect(report.findings.map(({ check }) => check)).toEqual(['quota', 'callback']);
  expect(simulator.calls.all()).toEqual({ '/cgi-bin/stable_token': 1, '/cgi-bin/openapi/quota/get': 1 });
  await examine('callback', 'public_url');
  expect(simulator.calls.count('/cgi-bin/stable_token')).toBe(1);
});

test('examined twice, nothing is forced, and a visitor’s refresh is not held up', async () => {
  const { examine, client, accounts, simulator } = await openPatient();
  const first = found(await examine(), 'token').facts.fetchedAt;
  // A token fetched this minute has proved the secret already.
  expect(simulator.calls.count('/cgi-bin/stable_token')).toBe(1);
  expect(found(await examine(), 'token').facts.fetchedAt).toBe(first);
  await expect(client.tokens.refresh(accounts.credentials('acc'))).resolves.toMatchObject({ cached: true });
});

interface Case {
  name: string;
  spoil(patient: Patient): void;
  states: string;
  finding: Partial<Finding> & { check: CheckName };
}

const CASES: Case[] = [
  {
    name: 'no secret: what needs none is examined all the same',
    spoil: ({ secret }) => {
      secret.value = null;
    },
    states: 'failed skipped skipped ok skipped skipped',
    finding: { check: 'credentials', cause: 'secret_missing', actor: 'operator', errcode: null },
  },
  {
    name: 'a wrong secret',
    spoil: ({ secret }) => {
      secret.value = 'wrong';
    },
    states: 'failed skipped skipped ok skipped skipped',
    finding: { check: 'credentials', cause: 'wrong_secret', actor: 'operator', errcode: 40125 },
  },
  {
    name: 'a wrong AppID',
    spoil: ({ account }) => {
      account.appId = 'wxnobody';
    },
    states: 'failed skipped skipped ok skipped skipped',
    finding: { check: 'credentials', cause: 'wrong_app_id', errcode: 40013 },
  },
  {
    name: 'a frozen secret is the administrator’s',
    spoil: ({ simulator }) => void simulator.configure({ secretState: 'frozen' }),
    states: 'failed skipped skipped ok skipped skipped',
    finding: { check: 'credentials', cause: 'secret_frozen', actor: 'admin', errcode: 40243 },
  },
  {
    name: 'nobody at the API’s address',
    spoil: ({ account }) => {
      account.apiBaseUrl = 'http://127.0.0.1:9';
    },
    states: 'skipped skipped skipped failed skipped skipped',
    finding: {
      check: 'api_reachable',
      cause: 'refused',
      facts: expect.objectContaining({ detail: 'ECONNREFUSED' }),
    },
  },
  {
    name: 'HTML where WeChat should be',
    spoil: ({ simulator }) => simulator.faults.on('garbage'),
    states: 'skipped skipped skipped failed skipped skipped',
    finding: { check: 'api_reachable', cause: 'bad_reply' },
  },
  {
    name: 'a used-up quota, said instead of numbers',
    spoil: ({ simulator }) => simulator.faults.on('quota'),
    states: 'ok ok ok ok failed failed',
    finding: { check: 'quota', cause: 'quota_used_up', errcode: 45009 },
  },
  {
    name: 'a relay that passes on nothing but look-ups is reachable',
    spoil: ({ simulator }) =>
      simulator.faults.on('garbage', { paths: ['/cgi-bin/getcallbackip', '/cgi-bin/openapi/*'] }),
    states: 'ok ok ok ok ok skipped',
    finding: { check: 'quota', cause: 'quota_unknown' },
  },
  {
    name: 'a look-up that alone has no answer is its own failure',
    spoil: ({ simulator }) => simulator.faults.on('garbage', { paths: ['/cgi-bin/user/info'] }),
    states: 'ok ok ok ok failed ok',
    finding: { check: 'user_info', cause: 'bad_reply' },
  },
  {
    name: 'tokens that are refused however new',
    spoil: ({ simulator }) => simulator.faults.on('tokenStorm', { times: 1000 }),
    states: 'ok ok failed ok skipped skipped',
    finding: { check: 'token', cause: 'token', errcode: 40001 },
  },
];

test.each(CASES)('$name', async ({ spoil, states: expected, finding }) => {
  const patient = await openPatient();
  spoil(patient);
  const report = await patient.examine(...ASKING);
  expect(states(report)).toBe(expected);
  expect(found(report, finding.check)).toMatchObject(finding);
  expect(report.healthy).toBe(!expected.includes('failed'));
  for (const { state, cause } of report.findings) if (state === 'skipped') expect(cause).not.toBeNull();
  expect(JSON.stringify(report)).not.toContain(APP_SECRET);
});

test('a secret frozen while a token is kept: the door works until it ends, and the doctor knows', async () => {
  const { examine, simulator, account } = await openPatient();
  await examine();
  simulator.configure({ secretState: 'frozen' });
  for (const tokenMode of ['stable', 'classic'] as const) {
    account.tokenMode = tokenMode;
    const report = await examine('credentials', 'user_info');
    expect(found(report, 'credentials')).toMatchObject({ state: 'failed', cause: 'secret_frozen' });
    account.tokenMode = 'stable';
  }
  expect(found(await examine('user_info'), 'user_info').state).toBe('ok');
});

test('in shared mode FollowDesk fetches no token, so it does not try the secret either', async () => {
  const patient = await openPatient();
  const { simulator, account, accounts } = patient;
  account.tokenMode = 'shared';
  const get = async () => {
    throw new TokenServiceFailed('http_status', 503);
  };
  const client = { ...patient.client, tokens: { ...patient.client.tokens, get } };
  const { examine } = await openPatient({ client, accounts });
  const report = await examine(...ASKING);
  expect(found(report, 'credentials').cause).toBe('token_comes_from_service');
  expect(found(report, 'token')).toMatchObject({ cause: 'service_http_status', facts: { status: '503' } });
  expect(found(report, 'api_reachable').state).toBe('ok');
  expect(simulator.calls.count('/cgi-bin/stable_token')).toBe(0);
});
