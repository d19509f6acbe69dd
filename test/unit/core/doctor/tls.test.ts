/** Real handshakes with real certificates: each way of being refused is told apart, and no check is turned off. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { getCACertificates, type SecureContextOptions, setDefaultCACertificates } from 'node:tls';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { checkTls } from '#core/doctor/checks/tls.ts';
import { anAccount } from '../../../support/an-account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { serveSite } from '../../../support/web-server.ts';
import { hostWith } from './patient.ts';

function pem(name: string): string {
  return readFileSync(new URL(`../../../support/certificates/${name}.pem`, import.meta.url), 'utf8');
}

beforeAll(() => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, pem('authority')]);
  return () => setDefaultCACertificates(before);
});

const key = pem('server-key');

async function check(certificate: string, more: SecureContextOptions = {}, clock = manualClock(Date.now())) {
  const url = await serveSite((_, response) => void response.end(), { key, cert: certificate, ...more });
  return checkTls(anAccount({ publicUrl: url }), hostWith(), { clock, timeLimitMs: 2000 });
}

test('one that phones accept: who issued it, until when, how it was encrypted', async () => {
  expect(await check(pem('good'))).toEqual({
    check: 'tls',
    state: 'ok',
    actor: 'none',
    errcode: null,
    cause: null,
    facts: {
      host: '127.0.0.1',
      issuer: 'FollowDesk tests Test authority',
      names: 'localhost, 127.0.0.1',
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2120-01-01T00:00:00.000Z',
      protocol: 'TLSv1.3',
    },
  });
  expect((await check(pem('by-intermediate') + pem('intermediate'))).state).toBe('ok');
});

test.each([
  ['expired', 'cert_expired', 'CERT_HAS_EXPIRED'],
  ['not-yet-valid', 'cert_not_yet_valid', 'CERT_NOT_YET_VALID'],
  ['wrong-name', 'cert_wrong_name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['self-signed', 'cert_self_signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['by-intermediate', 'cert_incomplete_chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('%s', async (name, cause, detail) => {
  const finding = await check(pem(name));
  expect(finding).toMatchObject({ state: 'failed', actor: 'operator', cause, facts: { detail } });
  expect(finding.facts.validTo, 'what was shown is told all the same').toMatch(/^2\d{3}-01-01T/);
});

test('an issuer nobody knows', async () => {
  setDefaultCACertificates(
    getCACertificates('default').filter((known) => known.trim() !== pem('authority').trim()),
  );
  onTestFinished(() => setDefaultCACertificates([...getCACertificates('default'), pem('authority')]));
  expect((await check(pem('good') + pem('authority'))).cause).toBe('cert_unknown_issuer');
  expect((await check(pem('by-intermediate') + pem('intermediate'))).cause).toBe('cert_unknown_issuer');
});

test('a fortnight before its end it is a warning', async () => {
  const at = (day: string) => manualClock(Date.parse(`2119-12-${day}T00:00:00Z`));
  expect((await check(pem('good'), {}, at('17'))).state).toBe('ok');
  expect(await check(pem('good'), {}, at('19'))).toMatchObject({ state: 'warning', cause: 'expires_soon' });
});

test('TLS below 1.2', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  expect(await check(pem('good'), old)).toMatchObject({ state: 'failed', cause: 'old_tls' });
});

test('a port that does not speak TLS', async () => {
  const plain = await serveSite((_, response) => void response.end());
  const account = anAccount({ publicUrl: plain.replace('http:', 'https:') });
  const around = { clock: manualClock(), timeLimitMs: 2000 };
  expect((await checkTls(account, hostWith(), around)).cause).toBe('not_tls');
});

test('nothing to see: no https, nobody there, no such name, silence', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { port: number };
  const around = { clock: manualClock(), timeLimitMs: 50 };
  const causeAt = async (publicUrl: string | null) =>
    (await checkTls(anAccount({ publicUrl }), hostWith(), around)).cause;
  expect(await causeAt(null)).toBe('not_set');
  expect(await causeAt('http://door.example')).toBe('no_tls');
  expect(await causeAt('https://127.0.0.1:9')).toBe('not_seen');
  expect(await causeAt(`https://127.0.0.1:${port}`)).toBe('not_seen');
  const patient = { ...around, timeLimitMs: 5000 };
  const unknown = await checkTls(anAccount({ publicUrl: 'https://nobody.invalid' }), hostWith(), patient);
  expect(unknown.cause).toBe('after_dns');
});
