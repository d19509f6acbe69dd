/** What the doctor finds when WeChat, the credentials or the way between them is broken: one table. */
import { describe, expect, test } from 'vitest';
import { createDoctor } from '#core/doctor/doctor.ts';
import { NotFound } from '#core/errors.ts';
import type { CheckName, DoctorReport, Finding } from '#shared/model/doctor.ts';
import type { CallbackState, HostStatus } from '#shared/model/host.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { APP_SECRET, openRealWeChat, type RealWeChat } from '../users/real-wechat.ts';

const LISTENING: CallbackState = { state: 'listening', url: 'http://127.0.0.1:4180', port: 4180 };

function hostWith(callback: CallbackState) {
  const url = 'http://127.0.0.1:4180';
  return {
    status: () => ({ callback }) as HostStatus,
    publicUrl: () => url,
    listenerUrl: () => url,
  };
}

async function open(callback: CallbackState = LISTENING) {
  const clock = manualClock(Date.now());
  const wechat = await openRealWeChat(clock);
  wechat.account.sandbox = true;
  const doctor = createDoctor({ ...wechat, host: hostWith(callback), clock, timeLimitMs: 2000 });
  return { ...wechat, clock, doctor, examine: () => doctor.examine('acc') };
}

function found({ findings }: DoctorReport, check: CheckName): Finding | undefined {
  return findings.find((finding) => finding.check === check);
}

function states({ findings }: DoctorReport): string[] {
  return findings.map(({ state }) => state);
}

test('a healthy account: every check in its order, nothing to mend', async () => {
  const { examine, simulator } = await open();
  const report = await examine();
  expect(report.findings.map(({ check }) => check)).toEqual([
    'credentials',
    'token',
    'api_reachable',
    'user_info',
    'public_url',
    'callback',
    'clock',
  ]);
  expect(states(report)).toEqual(['ok', 'ok', 'ok', 'ok', 'skipped', 'ok', 'ok']);
  expect(report.healthy).toBe(true);
  expect(found(report, 'api_reachable')?.facts.url).toBe(simulator.url);
  expect(Number(found(report, 'user_info')?.facts.remain)).toBeGreaterThan(0);
  expect(found(report, 'token')?.facts).toMatchObject({ mode: 'stable', ms: expect.any(String) });
});

test('examined twice, one token is fetched, and visitors’ refresh is not held up', async () => {
  const { examine, simulator, client, accounts } = await open();
  await examine();
  await examine();
  expect(simulator.calls.count('/cgi-bin/stable_token')).toBe(1);
  await expect(client.tokens.refresh(accounts.credentials('acc'))).resolves.toMatchObject({ cached: true });
});

interface Case {
  name: string;
  spoil(wechat: RealWeChat): void;
  states: string[];
  finding: Partial<Finding> & { check: CheckName };
}

const SKIPPED_ALL = ['failed', 'skipped', 'skipped', 'skipped', 'skipped', 'ok', 'skipped'];

const CASES: Case[] = [
  {
    name: 'no secret',
    spoil: ({ secret }) => {
      secret.value = null;
    },
    states: SKIPPED_ALL,
    finding: { check: 'credentials', cause: 'secret_missing', actor: 'operator', errcode: null },
  },
  {
    name: 'a wrong secret',
    spoil: ({ secret }) => {
      secret.value = 'wrong';
    },
    states: SKIPPED_ALL,
    finding: { check: 'credentials', cause: 'credentials', actor: 'operator', errcode: 40125 },
  },
  {
    name: 'a frozen secret is the administrator’s',
    spoil: ({ simulator }) => simulator.faults.on('wrongSecretFrozen'),
    states: SKIPPED_ALL,
    finding: { check: 'credentials', cause: 'credentials', actor: 'admin', errcode: 40243 },
  },
  {
    name: 'an address that is not whitelisted, named',
    spoil: ({ simulator }) => simulator.faults.on('ipNotAllowed'),
    states: ['ok', 'failed', 'ok', 'skipped', 'skipped', 'ok', 'ok'],
    finding: {
      check: 'token',
      cause: 'ip_not_allowed',
      actor: 'admin',
      errcode: 40164,
      facts: expect.objectContaining({
        ip: expect.stringMatching(/^[\d.:a-f]+$/),
        rid: expect.stringMatching(/^[0-9a-f-]{26}$/),
        errcode: '40164',
      }),
    },
  },
  {
    name: 'nobody at the API’s address',
    spoil: ({ account }) => {
      account.apiBaseUrl = 'http://127.0.0.1:9';
    },
    states: ['ok', 'failed', 'failed', 'skipped', 'skipped', 'ok', 'skipped'],
    finding: { check: 'api_reachable', cause: 'network', actor: 'operator', errcode: null },
  },
  {
    name: 'HTML where WeChat should be',
    spoil: ({ simulator }) => simulator.faults.on('garbage'),
    states: ['ok', 'failed', 'failed', 'skipped', 'skipped', 'ok', 'ok'],
    finding: { check: 'api_reachable', cause: 'bad_reply' },
  },
  {
    name: 'an account that may not ask about people',
    spoil: ({ simulator }) => simulator.faults.answer({ path: '/cgi-bin/user/info', errcode: 48001 }),
    states: ['ok', 'ok', 'ok', 'failed', 'skipped', 'ok', 'ok'],
    finding: { check: 'user_info', cause: 'permission', actor: 'admin', errcode: 48001 },
  },
  {
    name: 'a used-up quota',
    spoil: ({ simulator }) => simulator.faults.on('quota'),
    states: ['ok', 'ok', 'ok', 'failed', 'skipped', 'ok', 'ok'],
    finding: { check: 'user_info', cause: 'quota', errcode: 45009 },
  },
  {
    name: 'a relay that passes on nothing but look-ups is reachable',
    spoil: ({ simulator }) => simulator.faults.on('garbage', { paths: ['/cgi-bin/getcallbackip'] }),
    states: ['ok', 'ok', 'ok', 'ok', 'skipped', 'ok', 'ok'],
    finding: { check: 'api_reachable', state: 'ok' },
  },
  {
    name: 'tokens that are refused however new',
    spoil: ({ simulator }) => simulator.faults.on('tokenStorm', { times: 1000 }),
    states: ['ok', 'failed', 'ok', 'skipped', 'skipped', 'ok', 'ok'],
    finding: { check: 'token', cause: 'token', errcode: 40001 },
  },
];

test.each(CASES)('$name', async ({ spoil, states: expected, finding }) => {
  const wechat = await open();
  spoil(wechat);
  const report = await wechat.examine();
  expect(states(report)).toEqual(expected);
  expect(found(report, finding.check)).toMatchObject(finding);
  expect(report.healthy).toBe(!expected.includes('failed'));
  expect(JSON.stringify(report)).not.toContain(APP_SECRET);
});

describe('this machine', () => {
  test('a listener that does not listen', async () => {
    const { examine } = await open({ state: 'failed', code: 'PORT_IN_USE', port: 80, offeredPort: 8080 });
    expect(found(await examine(), 'callback')).toEqual({
      check: 'callback',
      state: 'failed',
      actor: 'operator',
      errcode: null,
      cause: 'port_in_use',
      facts: { port: '80', offeredPort: '8080' },
    });
  });

  test.each([
    [3 * 60_000, 'warning', '180'],
    [-3 * 60_000, 'warning', '-180'],
    [20_000, 'ok', '20'],
  ])('a clock that is %d ms off', async (ms, state, skewSeconds) => {
    const { examine, clock } = await open();
    clock.advance(ms);
    const clockFinding = found(await examine(), 'clock');
    expect(clockFinding?.state).toBe(state);
    expect(Math.abs(Number(clockFinding?.facts.skewSeconds) - Number(skewSeconds))).toBeLessThanOrEqual(10);
  });

  test('a stored secret that the address of the API carries is not repeated', async () => {
    const { examine, account, simulator } = await open();
    account.apiBaseUrl = `${simulator.url}/relay-key-1234`;
    expect(JSON.stringify(await examine())).not.toContain('relay-key-1234');
  });

  test('an account that does not exist is thrown', async () => {
    const { doctor } = await open();
    await expect(doctor.examine('nobody')).rejects.toBeInstanceOf(NotFound);
  });
});
