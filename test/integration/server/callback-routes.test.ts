/** The six routes the internet may reach, asked the way phones, browsers, scanners and strangers ask. */
import { describe, expect, test } from 'vitest';
import type { Callback } from '#core/callback/callback.ts';
import { StorageFailed } from '#core/errors.ts';
import { ask, openListener, phoneResult } from './open-listener.ts';

const json = { accept: 'application/json' };
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const state = 'a'.repeat(64);

describe('GET /go/{entryId}', () => {
  test('sends the phone to WeChat, never from a cache', async () => {
    const seen: unknown[] = [];
    const { url } = await openListener({
      go: async (visit) => {
        seen.push(visit);
        return { kind: 'redirect', location: 'https://open.weixin.qq.com/connect#wechat_redirect' };
      },
    });
    const answer = await ask(`${url}/go/e1?param=%E9%97%A8+1`, { headers: html });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('https://open.weixin.qq.com/connect#wechat_redirect');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(seen).toEqual([{ entryId: 'e1', param: '门 1', insideWeChat: true }]);
  });

  test.each([
    ['unknown_entry', 404],
    ['not_in_wechat', 403],
  ] as const)('%s is a page with status %i', async (refusal, status) => {
    const { url } = await openListener({ go: async () => ({ kind: 'refused', refusal }) });
    const answer = await ask(`${url}/go/e1`, { headers: html });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`data-refusal="${refusal}"`);
  });

  test.each(['?param=a&param=b', `?param=${'a'.repeat(513)}`])('%.30s is refused', async (query) => {
    const { url } = await openListener();
    expect((await ask(`${url}/go/e1${query}`)).status).toBe(400);
  });
});

describe('GET /callback', () => {
  test('goes on to a result page without a code in its address', async () => {
    const seen: unknown[] = [];
    const { url } = await openListener({
      visit: async (query) => {
        seen.push(query);
        return { kind: 'result', key: 'k1' };
      },
    });
    const answer = await ask(`${url}/callback?code=C1&state=${state}`, { headers: html });
    expect([answer.status, answer.headers.location]).toEqual([303, '/r/k1']);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    await ask(`${url}/callback?state=${state}`);
    expect(seen).toEqual([
      { code: 'C1', state },
      { code: undefined, state },
    ]);
  });

  test.each([`/callback?code=C1&state=${state}`, '/go/e1'])('HEAD %.12s begins nothing', async (path) => {
    const { url } = await openListener();
    const answer = await ask(url + path, { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  test.each([
    ['a repeated code', `?code=C1&code=C2&state=${state}`],
    ['a repeated state', `?code=C1&state=${state}&state=${state}`],
    ['a long code', `?code=${'a'.repeat(600)}&state=${state}`],
    ['a long state', `?code=C1&state=${'a'.repeat(8000)}`],
  ])('%s is refused before the core sees it', async (_what, query) => {
    const { url } = await openListener();
    const answer = await ask(`${url}/callback${query}`, { headers: html });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('data-refusal="bad_state"');
  });

  test('a full disk is a page that says so', async () => {
    const { url, logger } = await openListener({
      visit: async () => Promise.reject(new StorageFailed('full', new Error('ENOSPC'))),
    });
    const answer = await ask(`${url}/callback?code=C1&state=${state}`, { headers: html });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('data-notice="storageFailed"');
    expect(logger.lines.join()).not.toContain('C1');
  });

  test('what nobody foresaw is a page without a word of it, and a line in the log', async () => {
    const { url, logger } = await openListener({
      visit: async () => Promise.reject(new Error('the reason')),
    });
    const answer = await ask(`${url}/callback?code=C1&state=${state}`, { headers: html });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/the reason|at .*\.ts/);
    expect(logger.lines).toHaveLength(2);
    expect(logger.lines.join()).not.toContain('C1');
  });
});

describe('GET /r/{key} and POST /r/{key}/recheck', () => {
  const known: Partial<Callback> = {
    result: (key) => (key === 'k1' ? phoneResult : null),
    recheck: async (key) => (key === 'k1' ? { ...phoneResult, verdict: 'not_followed' } : null),
  };

  test('a page for people, in their language', async () => {
    const { url } = await openListener(known);
    const answer = await ask(`${url}/r/k1`, { headers: { ...html, 'accept-language': 'en-GB' } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<html lang="en">');
    expect(answer.text).toContain('data-verdict="followed"');
    expect(Buffer.byteLength(answer.text)).toBeLessThan(10_000);
  });

  test.each([
    ['by Accept', '/r/k1', json],
    ['by address', '/r/k1?format=json', html],
  ])('data when asked for %s', async (_how, path, headers) => {
    const { url } = await openListener(known);
    const answer = await ask(url + path, { headers });
    expect(JSON.parse(answer.text)).toEqual(phoneResult);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('an unknown key is 404, as a page and as data', async () => {
    const { url } = await openListener(known);
    for (const [method, path] of [
      ['GET', '/r/other'],
      ['GET', `/r/${'k'.repeat(600)}`],
      ['POST', '/r/other/recheck'],
    ] as const) {
      const page = await ask(url + path, { method, headers: html });
      expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      const data = await ask(url + path, { method, headers: json });
      expect(data.status).toBe(404);
      expect(JSON.parse(data.text)).toMatchObject({ code: 'NOT_FOUND', data: {} });
    }
  });

  test('a recheck leads a form back to the page and answers data to a script', async () => {
    const { url } = await openListener(known);
    const form = { ...html, 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };
    const page = await ask(`${url}/r/k1/recheck`, { method: 'POST', headers: form, body: 'a=b' });
    expect([page.status, page.headers.location]).toEqual([303, '/r/k1']);
    const sent = {
      method: 'POST',
      headers: { ...json, 'content-type': 'application/json' },
      body: '{broken',
    };
    expect(JSON.parse((await ask(`${url}/r/k1/recheck`, sent)).text).verdict).toBe('not_followed');
    expect((await ask(`${url}/r/k1/recheck`, { headers: html })).status).toBe(404);
  });

  test('a body that nobody needs is not read to the end', async () => {
    const { url } = await openListener(known);
    const sent = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a'.repeat(5000) };
    expect((await ask(`${url}/r/k1/recheck`, sent)).status).toBe(413);
  });
});

test('GET /MP_verify_*.txt answers what the core has under exactly such a name', async () => {
  const asked: string[] = [];
  const { url } = await openListener({
    verificationFile(name) {
      asked.push(name);
      return name === 'MP_verify_AbCdEf0123456789.txt' ? 'AbCdEf0123456789' : null;
    },
  });
  const found = await ask(`${url}/MP_verify_AbCdEf0123456789.txt`);
  expect([found.status, found.text]).toEqual([200, 'AbCdEf0123456789']);
  expect(found.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect((await ask(`${url}/MP_verify_00000000.txt`)).status).toBe(404);
  for (const name of [
    'MP_verify_short.txt',
    'MP_verify_..%2fsettings.txt',
    'settings.json',
    'MP_verify_.txt',
  ])
    expect((await ask(`${url}/${name}`)).status).toBe(404);
  expect(asked).toEqual(['MP_verify_AbCdEf0123456789.txt', 'MP_verify_00000000.txt']);
});

test('GET /healthz', async () => {
  const { url } = await openListener();
  const answer = await ask(`${url}/healthz`);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { ok: true }]);
  // By this the doctor tells this listener from another FollowDesk's.
  expect(answer.headers['x-followdesk-instance']).toBe('instance-1');
});
