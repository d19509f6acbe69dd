/** What a browser sees: the sign-in page first, then the console, and files that may be cached for good. */
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bearer, openConsole, partialApp, token } from './open-console.ts';
import { ask } from './open-listener.ts';

const app = partialApp({ accounts: { list: () => [] } });
const html = { accept: 'text/html,*/*;q=0.8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('signing in', () => {
  test('without a session every place is the sign-in page', async () => {
    const { url } = await openConsole(app);
    for (const path of ['/', '/index.html', '/accounts', '/session']) {
      const answer = await ask(url + path, { headers: { ...html, 'accept-language': 'zh-CN' } });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('<html lang="zh-CN">');
      expect(answer.text).toContain('name="token"');
      expect(answer.headers['content-security-policy']).toContain("form-action 'self'");
      expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  test.each(['/session?link=', '/?link='])('the one-time link works at %s, once', async (path) => {
    const { url, newLink } = await openConsole(app);
    const link = url + path + new URL(newLink()).searchParams.get('link');
    expect((await ask(link, { method: 'HEAD' })).headers).not.toHaveProperty('set-cookie');
    const answer = await ask(link, { headers: html });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    const cookie = answer.headers['set-cookie'] ?? '';
    expect(cookie).toMatch(/^followdesk_session_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(token);

    const again = await ask(link, { headers: html });
    expect(again.status).toBe(401);
    expect(again.text).toContain('role="alert"');
    const signedIn = { ...html, cookie: cookie.split(';')[0] ?? '' };
    expect((await ask(link, { headers: signedIn })).status).toBe(303);
    expect((await ask(`${url}/api/accounts`, { headers: signedIn })).status).toBe(200);
  });

  test('a link grows old', async () => {
    const { newLink, clock } = await openConsole(app);
    const link = newLink();
    clock.advance(10 * 60_000);
    expect((await ask(link, { headers: html })).status).toBe(401);
  });

  test('the token can be pasted', async () => {
    const { url } = await openConsole(app);
    const send = (body: string) =>
      ask(`${url}/session`, { method: 'POST', headers: { ...form, origin: url }, body });
    expect((await send(`token=+${token}%0A`)).status).toBe(303);
    const wrong = await send('token=another');
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('role="alert"');
    expect(wrong.headers).not.toHaveProperty('set-cookie');
    expect((await send('')).status).toBe(401);
  });

  test('a foreign page cannot sign anybody in, and nobody can guess for long', async () => {
    const { url } = await openConsole(app);
    const send = (headers: Record<string, string>) =>
      ask(`${url}/session`, { method: 'POST', headers: { ...form, ...headers }, body: 'token=guess' });
    expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt++) statuses.push((await send({})).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });
});

describe('the console', () => {
  test('is every place that is not a file, for who is signed in', async () => {
    const { url } = await openConsole(app);
    for (const path of ['/', '/index.html', '/accounts', '/entries/e1']) {
      const answer = await ask(url + path, { headers: { ...html, ...bearer } });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<title>FollowDesk</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  test('runs under a strict policy', async () => {
    const { url } = await openConsole(app);
    const { headers } = await ask(url, { headers: bearer });
    expect(headers['content-security-policy']?.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('has files: hashed ones are cached for good, a missing one is missing', async () => {
    const { url } = await openConsole(app);
    const script = await ask(`${url}/assets/index-Bx1y2z3.js`);
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/javascript/);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask(`${url}/favicon.svg`)).headers['cache-control']).toBe('no-cache');
    for (const path of ['/assets/gone.js', '/favicon.ico', '/..%2f..%2fetc%2fpasswd'])
      expect((await ask(url + path, { headers: bearer })).status).not.toBe(200);
  });

  test('says so when it has not been built', async () => {
    const { url } = await openConsole(app, temporaryFolder());
    const answer = await ask(url, { headers: bearer });
    expect([answer.status, JSON.parse(answer.text).message]).toEqual([
      503,
      'The console is not built: npm run build',
    ]);
  });
});
