/** The whitelist: which address it is about, whether it changed, and who has to say yes. */
import { expect, test } from 'vitest';
import { found, openPatient, type Patient } from './patient.ts';

const DAY = 24 * 3_600_000;
const HERE = '203.0.113.7';

async function whitelist({ examine }: Patient) {
  return found(await examine('whitelist'), 'whitelist');
}

test('an allowed address is learnt from a question that is refused on purpose, and remembered', async () => {
  const patient = await openPatient();
  expect(await whitelist(patient)).toMatchObject({ state: 'ok', facts: { ip: HERE } });
  patient.commits.flush();
  expect(patient.doctor.seenIps('acc')).toMatchObject([{ ip: HERE, allowed: true }]);
});

test('where WeChat tells no rid, nothing is claimed', async () => {
  const patient = await openPatient();
  patient.simulator.faults.answer({ path: '/cgi-bin/openapi/rid/get', errcode: 48001 });
  expect(await whitelist(patient)).toMatchObject({ state: 'ok', facts: {} });
  expect(patient.doctor.seenIps('acc')).toEqual([]);
});

test.each([1, 2, 3, 4, 5] as const)('a refused address is named, in the form %d', async (ipRefusalFormat) => {
  const patient = await openPatient();
  patient.simulator.configure({ ipWhitelist: [], ipRefusalFormat });
  expect(await whitelist(patient)).toMatchObject({
    state: 'failed',
    actor: 'admin',
    cause: 'ip_not_listed',
    errcode: 40164,
    facts: { ip: HERE },
  });
  patient.commits.flush();
  expect(patient.doctor.seenIps('acc')).toMatchObject([{ ip: HERE, allowed: false }]);
});

test('another address than before, while a token is still kept: seen at once, whether allowed or not', async () => {
  const patient = await openPatient();
  const { simulator, clock, commits } = patient;
  await whitelist(patient);
  commits.flush();
  clock.advance(DAY / 2);
  simulator.configure({ clientIp: '198.51.100.23' });
  expect(await whitelist(patient)).toMatchObject({
    state: 'warning',
    cause: 'ip_changed',
    facts: { ip: '198.51.100.23', previousIp: HERE, seenAt: expect.stringMatching(/Z$/) },
  });
  simulator.configure({ ipWhitelist: [HERE] });
  expect(await whitelist(patient)).toMatchObject({
    state: 'failed',
    cause: 'new_ip_not_listed',
    facts: { ip: '198.51.100.23', previousIp: HERE },
  });
});

test('a change is news for a day, and coming back is news once', async () => {
  const patient = await openPatient();
  const { simulator, clock, commits } = patient;
  const look = async () => {
    const { cause } = await whitelist(patient);
    commits.flush();
    return cause;
  };
  expect(await look()).toBeNull();
  clock.advance(2 * DAY);
  simulator.configure({ clientIp: '198.51.100.23' });
  expect(await look()).toBe('ip_changed');
  clock.advance(DAY / 2);
  expect(await look()).toBe('ip_changed');
  clock.advance(DAY);
  expect(await look()).toBeNull();
  simulator.configure({ clientIp: undefined });
  expect(await look()).toBe('ip_changed');
  expect(await look()).toBeNull();
});

test('an address that was never let in is no earlier address', async () => {
  const patient = await openPatient();
  patient.seenIps.note('acc', '192.0.2.1', false, patient.clock.now() - DAY);
  patient.commits.flush();
  expect((await whitelist(patient)).state).toBe('ok');
});

test.each([
  [89501, 'ip_awaits_admin'],
  [89503, 'ip_awaits_admin'],
  [89506, 'ip_rejected_24h'],
  [89507, 'ip_rejected_1h'],
  [61004, 'ip_not_listed'],
  [45035, 'ip_not_listed'],
])('%d is %s', async (errcode, cause) => {
  const patient = await openPatient();
  patient.simulator.faults.answer({ path: '/cgi-bin/stable_token', errcode });
  expect(await whitelist(patient)).toMatchObject({ state: 'failed', actor: 'admin', errcode, cause });
});

test('what is not about the address is left to its own check', async () => {
  const patient = await openPatient();
  patient.secret.value = 'wrong';
  expect(await whitelist(patient)).toMatchObject({ state: 'skipped', cause: 'after_credentials' });
});
