import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, createConsoleHandler } from '#main/scheme.ts';

describe('followdesk://console/', () => {
  let folder: string;
  let handle: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followdesk-scheme-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>关注台</title>');
    await writeFile(join(folder, 'main.js'), 'export {};');
    handle = createConsoleHandler(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('serves the page under a policy that names no outside source and no inline script', async () => {
    const response = await handle(new Request('followdesk://console/'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(await response.text()).toContain('关注台');

    const directives = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((directive): [string, string] => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it('serves a script as a script', async () => {
    const response = await handle(new Request('followdesk://console/main.js'));
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {};');
  });

  it('answers HEAD without a body', async () => {
    const response = await handle(new Request('followdesk://console/main.js', { method: 'HEAD' }));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each([
    ['a file that is not there', new Request('followdesk://console/missing.js'), 404],
    ['another host', new Request('followdesk://other/index.html'), 404],
    ['an escape', new Request('followdesk://console/..%2f..%2fetc%2fhosts.json'), 404],
    ['a POST', new Request('followdesk://console/', { method: 'POST', body: 'x' }), 405],
  ])('refuses %s', async (_name, request, status) => {
    const response = await handle(request);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });
});
