/** Addresses: WeChat's hosts by name, the request other systems are told, and the relay that is suggested. */
import { expect, test } from 'vitest';
import { API_HOSTS, apiAddressOf, apiHostOf } from '#renderer/accounts/api-host.ts';
import { nginxRelay } from '#renderer/accounts/nginx-relay.ts';
import { REPLY_POINTERS, tokenAddress, tokenCommand } from '#renderer/accounts/token-request.ts';
import { WECHAT_API_HOSTS } from '#shared/model/account.ts';
import { SharedTokenInput } from '#shared/model/token.ts';

test('each of WeChat’s hosts has a name and comes back by it', () => {
  const named = API_HOSTS.filter((host) => host !== 'relay');
  expect(named.map((host) => apiAddressOf(host, ''))).toEqual([...WECHAT_API_HOSTS]);
  expect(WECHAT_API_HOSTS.map(apiHostOf)).toEqual(named);
});

test('any other address is a relay', () => {
  expect(apiHostOf('https://relay.example.com')).toBe('relay');
  expect(apiAddressOf('relay', 'https://relay.example.com')).toBe('https://relay.example.com');
});

test('the request is for this console, with the key as a bearer and nowhere else', () => {
  const address = tokenAddress('http://127.0.0.1:4000', 'a b');
  expect(address).toBe('http://127.0.0.1:4000/api/accounts/a%20b/token?reveal');
  expect(tokenCommand(address, 'fdt_key')).toBe(
    `curl -H 'Authorization: Bearer fdt_key' \\\n  'http://127.0.0.1:4000/api/accounts/a%20b/token?reveal'`,
  );
});

test('the pointers told are what another FollowDesk has ready', () => {
  const ready = SharedTokenInput.parse({ url: 'http://127.0.0.1:4000' });
  expect(REPLY_POINTERS).toEqual({ token: ready.tokenPointer, expiry: ready.expiryPointer });
});

test('the suggested relay checks WeChat’s certificate and keeps no log of secrets', () => {
  const lines = nginxRelay({ log: 'a', verify: 'b', authorities: 'c' })
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toEqual(
    expect.arrayContaining([
      'access_log off;',
      'proxy_pass https://api.weixin.qq.com;',
      'proxy_ssl_server_name on;',
      'proxy_ssl_verify on;',
    ]),
  );
});
