/** Does the name lead anywhere that a phone could go? */
import { expect, test } from 'vitest';
import { checkDns } from '#core/doctor/checks/dns.ts';
import { surroundingsOf } from '#core/doctor/surroundings.ts';
import { anAccount } from '../../../support/an-account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { hostWith } from './patient.ts';

function check(publicUrl: string | null, resolve = surroundingsOf(manualClock()).resolve, sandbox = false) {
  return checkDns(anAccount({ publicUrl, sandbox }), hostWith(), { resolve });
}

test('a name that the system really does not know', async () => {
  expect(await check('https://nobody.invalid/way')).toMatchObject({
    state: 'failed',
    cause: expect.stringMatching(/^name_unknown$|^no_resolver$/),
    facts: { host: 'nobody.invalid', detail: expect.stringMatching(/^ENOTFOUND$|^EAI_AGAIN$/) },
  });
});

test('a name of this machine, really resolved, is private', async () => {
  expect(await check('https://localhost')).toMatchObject({ state: 'warning', cause: 'private_address' });
});

test.each([
  [['203.0.113.7', '2001:db8::7'], 'ok', null],
  [['10.1.2.3', '203.0.113.7'], 'ok', null],
  [['10.1.2.3'], 'warning', 'private_address'],
  [['172.31.0.1', 'fd00::1'], 'warning', 'private_address'],
  [['192.168.1.2', 'fe80::1', '::1', '100.64.0.9'], 'warning', 'private_address'],
  [['172.32.0.1'], 'ok', null],
  [['::ffff:192.168.1.2'], 'warning', 'private_address'],
  [['198.18.0.42'], 'warning', 'fake_address'],
])('%j', async (addresses, state, cause) => {
  expect(await check('https://door.example', async () => addresses)).toMatchObject({
    state,
    cause,
    facts: { host: 'door.example', addresses: addresses.join(' ') },
  });
});

test('a resolver that is not there is not a missing record', async () => {
  const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' }));
  expect((await check('https://door.example', resolve)).cause).toBe('no_resolver');
});

test('nothing to look up', async () => {
  for (const url of ['http://192.0.2.1:80', 'http://[2001:db8::1]'])
    expect(await check(url)).toMatchObject({ state: 'skipped', cause: 'no_name' });
  expect((await check(null)).cause).toBe('not_set');
  expect((await check(null, undefined, true)).cause).toBe('sandbox');
});
