/** The public URL is linted; nobody is asked anything. */
import { expect, test } from 'vitest';
import { checkPublicUrl } from '#core/doctor/checks/public-url.ts';
import { anAccount } from '../../../support/an-account.ts';
import { hostWith } from './patient.ts';

function check(fields: Parameters<typeof anAccount>[0], url?: string) {
  return checkPublicUrl(anAccount(fields), hostWith(undefined, url));
}

test('what is left are the rules the address breaks', () => {
  expect(check({ publicUrl: 'http://127.0.0.1:8080/' })).toMatchObject({
    state: 'warning',
    actor: 'operator',
    cause: 'not_https',
    facts: { url: 'http://127.0.0.1:8080', rules: 'not_https has_port is_ip loopback' },
  });
  expect(check({ publicUrl: 'https://door.example' })).toMatchObject({ state: 'ok', cause: null });
});

test('the host’s public URL serves accounts that have none of their own, the sandbox excepted', () => {
  expect(check({}, 'https://door.example').facts.url).toBe('https://door.example');
  expect(check({ sandbox: true }, 'https://door.example')).toMatchObject({
    state: 'skipped',
    cause: 'sandbox',
  });
});

test('no public URL at all: a real account is told', () => {
  expect(check({})).toMatchObject({ state: 'warning', cause: 'not_set', facts: {} });
});

test('what an address hides stays hidden', () => {
  const finding = check({ publicUrl: 'https://name:password@door.example/way' });
  expect(finding.facts).toEqual({ url: 'https://door.example', rules: 'has_password has_path' });
});

test('a test account may be called back over http, on a port, at an IP; not at an address phones cannot open', () => {
  expect(check({ kind: 'test', publicUrl: 'http://192.0.2.1:4180' })).toMatchObject({ state: 'ok' });
  expect(check({ kind: 'test', publicUrl: 'http://127.0.0.1:4180' })).toMatchObject({ cause: 'loopback' });
  expect(check({ kind: 'service', publicUrl: 'http://192.0.2.1:4180' }).facts.rules).toBe(
    'not_https has_port is_ip',
  );
});
