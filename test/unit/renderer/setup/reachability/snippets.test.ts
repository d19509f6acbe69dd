/** The generated configurations: this operator's host and port in each, and never a check of TLS switched off. */
import { describe, expect, it } from 'vitest';
import { snippetOf, takesPath, WAYS } from '#renderer/setup/reachability/snippets.ts';

const LISTENER = 'http://127.0.0.1:54321';

function text(way: (typeof WAYS)[number], publicUrl: string, listener = LISTENER): string {
  const files = snippetOf(way, publicUrl, listener);
  return (files ?? []).map((file) => `# ${file.name}\n${file.text}`).join('\n');
}

describe('snippetOf', () => {
  it.each(WAYS)('%s names the host and the listener', (way) => {
    const written = text(way, 'https://door.example.com');
    expect(written).toContain('door.example.com');
    expect(written).toContain('127.0.0.1:54321');
  });

  it.each(WAYS)('%s weakens nothing', (way) => {
    for (const url of ['https://door.example.com', 'https://door.example.com:8443', 'http://192.168.1.20']) {
      expect(text(way, url)).not.toMatch(
        /noTLSVerify|insecure|skip[-_ ]?verify|SSLv3|TLSv1(\.1)?[ ;]|tls_verify|proxy_ssl_verify off/i,
      );
    }
  });

  it('lets nginx answer on 443 with TLS, and pass only the proof file on without', () => {
    const written = text('nginx', 'https://door.example.com');
    expect(written).toContain('listen 443 ssl;');
    expect(written).toContain('return 301 https://$host$request_uri;');
    expect(written).toMatch(
      /location \^~ \/MP_verify_ \{\s+proxy_pass http:\/\/127\.0\.0\.1:54321\/MP_verify_;/,
    );
  });

  it('speaks plainly where the public URL does', () => {
    expect(text('nginx', 'http://192.168.1.20:8080')).toContain('listen 8080;');
    expect(text('nginx', 'http://192.168.1.20:8080')).not.toContain('ssl');
    expect(text('caddy', 'http://192.168.1.20:8080')).toContain('http://192.168.1.20:8080 {');
    expect(text('frp', 'http://door.example.com')).toContain('vhostHTTPPort = 80');
  });

  it('cuts a path off before it passes a call on, where that can be done', () => {
    const url = 'https://door.example.com/wechat';
    expect(text('nginx', url)).toMatch(/location \/wechat\/ \{\s+proxy_pass http:\/\/127\.0\.0\.1:54321\/;/);
    expect(text('caddy', url)).toContain('handle_path /wechat/* {');
    expect(WAYS.filter(takesPath)).toEqual(['nginx', 'caddy']);
  });

  it('follows the listener to another address and port', () => {
    expect(text('cloudflared', 'https://door.example.com', 'http://192.168.1.20:8090')).toContain(
      'service: http://192.168.1.20:8090',
    );
    expect(text('frp', 'http://door.example.com', 'http://[::1]:8090')).toContain('localIP = "::1"');
  });

  it('writes no leftovers of JavaScript', () => {
    for (const way of WAYS) expect(text(way, 'https://door.example.com')).not.toMatch(/undefined|null|\$\{/);
  });

  it.each([
    'not a url',
    'ftp://door.example.com',
    'https://door.example.com/a;b',
    'https://door.example.com/a%0Ab',
    'https://door.example.com/{x}',
  ])('writes nothing for %j', (url) => {
    for (const way of WAYS) expect(snippetOf(way, url, LISTENER)).toBeNull();
  });
});
