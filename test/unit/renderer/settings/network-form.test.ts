/** How WeChat is reached, as typed and as sent: the proxy's password is never repeated, and never goes to another. */
import { expect, test } from 'vitest';
import {
  completeProxyUrl,
  keepsPassword,
  networkDraftOf,
  networkPatchOf,
  networkProblemOf,
} from '#renderer/settings/network-form.ts';
import { NetworkPatch } from '#shared/model/network.ts';

const network = {
  proxyUrl: 'http://proxy.example.com:3128',
  proxyUser: 'desk',
  hasProxyPassword: true,
  connectSeconds: 3,
  callSeconds: 8,
};
const direct = { ...network, proxyUrl: null, proxyUser: null, hasProxyPassword: false };

test('a form that was only looked at changes nothing', () => {
  expect(networkDraftOf(network).proxyPassword).toBe('');
  for (const stored of [network, direct]) {
    expect(networkPatchOf(networkDraftOf(stored), stored)).toEqual({});
  }
});

test('only what differs is sent, in the contract’s own form', () => {
  const draft = {
    ...networkDraftOf(direct),
    ...{ proxyUrl: 'proxy.example.com:3128/', proxyUser: ' desk ', proxyPassword: ' p ', callSeconds: 12.5 },
  };
  const patch = networkPatchOf(draft, direct);
  expect(patch).toEqual({
    proxyUrl: 'http://proxy.example.com:3128',
    proxyUser: 'desk',
    // Blanks may be part of a password.
    proxyPassword: ' p ',
    callSeconds: 12.5,
  });
  expect(NetworkPatch.safeParse(patch).success).toBe(true);
});

test('a password is replaced by what is typed, and taken away by nothing', () => {
  const draft = { ...networkDraftOf(network), passwordKept: false };
  expect(networkPatchOf({ ...draft, proxyPassword: 'new' }, network)).toEqual({ proxyPassword: 'new' });
  expect(networkPatchOf(draft, network)).toEqual({ proxyPassword: null });
});

test('a kept password stays with its proxy', () => {
  const draft = networkDraftOf(network);
  expect(keepsPassword({ ...draft, proxyUrl: 'http://proxy.example.com:3128/' }, network)).toBe(true);
  expect(networkPatchOf({ ...draft, proxyUrl: 'http://other.example.com' }, network)).toEqual({
    proxyUrl: 'http://other.example.com',
    proxyPassword: null,
  });
});

test('without a proxy its user and password go too', () => {
  expect(networkPatchOf({ ...networkDraftOf(network), proxyUrl: ' ' }, network)).toEqual({
    proxyUrl: null,
    proxyUser: null,
    proxyPassword: null,
  });
});

test.each([
  ['proxyUrl', '', null],
  ['proxyUrl', '10.0.0.1:3128', null],
  ['proxyUrl', 'socks5://10.0.0.1', 'malformed'],
  ['proxyUrl', 'http://user:pass@10.0.0.1', 'password_in_url'],
  ['proxyUser', 'x'.repeat(129), 'malformed'],
  ['proxyPassword', 'x'.repeat(257), 'malformed'],
  ['connectSeconds', null, 'required'],
  ['connectSeconds', 0.5, 'malformed'],
  ['connectSeconds', 30, null],
  ['callSeconds', 61, 'malformed'],
] as const)('%s typed as %j: %s', (field, typed, problem) => {
  expect(networkProblemOf(field, typed)).toBe(problem);
});

test('a bare host and port is completed, anything else stays as typed', () => {
  expect(completeProxyUrl(' proxy:3128 ')).toBe('http://proxy:3128');
  expect(completeProxyUrl('https://proxy:3128')).toBe('https://proxy:3128');
});
