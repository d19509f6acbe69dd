/** WeChat's proof of domain, fetched back through the public URL as WeChat would. */
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { checkVerificationFile } from '#core/doctor/checks/verification-file.ts';
import type { AccountKind } from '#shared/model/account.ts';
import type { VerificationFile } from '#shared/model/verification-file.ts';
import { anAccount } from '../../../support/an-account.ts';
import { serveSite } from '../../../support/web-server.ts';
import { hostWith } from './patient.ts';

const FILE: VerificationFile = { name: 'MP_verify_AbCdEf0123456789.txt', text: 'AbCdEf0123456789' };
const OTHER: VerificationFile = { name: 'MP_verify_ZZZZZZZZ.txt', text: 'ZZZZZZZZ' };

function check(
  publicUrl: string | null,
  kind: AccountKind | null = 'service',
  held = [FILE],
  sandbox = false,
) {
  const around = { fetch, timeLimitMs: 2000 };
  return checkVerificationFile(
    anAccount({ publicUrl, kind, sandbox }),
    hostWith(),
    { list: () => held },
    around,
  );
}

function serving(text: string, type = 'text/plain'): RequestListener {
  return (request, response) => {
    if (request.url !== `/dir/${FILE.name}`) response.writeHead(404).end();
    else response.setHeader('content-type', type).end(text);
  };
}

test('there, word for word, at the root of the address', async () => {
  const url = await serveSite(serving(`${FILE.text}\n`));
  expect(await check(`${url}/dir`)).toMatchObject({ state: 'ok', facts: { url, files: FILE.name } });
});

test.each<[string, RequestListener, string, object]>([
  ['elsewhere', serving(FILE.text), 'not_served', { status: '404' }],
  [
    'a page',
    (_, response) => void response.end('<!DOCTYPE html><title>欢迎</title>'),
    'html_instead',
    { page: '欢迎' },
  ],
  [
    'another text',
    (_, response) => void response.end('AbCdEf0123456780'),
    'wrong_text',
    { said: 'AbCdEf0123456780' },
  ],
  [
    'a redirect',
    (_, response) => void response.writeHead(302, { location: 'https://www.door.example/x' }).end(),
    'file_redirected',
    { location: 'https://www.door.example' },
  ],
])('%s', async (_, listener, cause, facts) => {
  expect(await check(await serveSite(listener))).toMatchObject({
    state: 'failed',
    actor: 'operator',
    cause,
    facts: { file: FILE.name, ...facts },
  });
});

test('of several, the one that is missing is named', async () => {
  const url = await serveSite(serving(FILE.text));
  expect(await check(`${url}/dir`, null, [FILE, OTHER])).toMatchObject({
    cause: 'not_served',
    facts: { file: OTHER.name },
  });
});

test('none held yet; no way there; no need', async () => {
  const url = await serveSite(serving(FILE.text));
  expect(await check(url, 'service', [])).toMatchObject({
    state: 'warning',
    cause: 'none_yet',
    actor: 'admin',
  });
  expect((await check('http://127.0.0.1:9')).cause).toBe('after_reachability');
  expect((await check(null)).cause).toBe('not_set');
  expect((await check(url, 'test')).cause).toBe('not_needed');
  expect((await check(url, 'other')).cause).toBe('not_needed');
  expect((await check(url, null, [FILE], true)).cause).toBe('sandbox');
});
