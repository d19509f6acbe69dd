/** The callback address as typed, and what of it the host is asked for. */
import { expect, test } from 'vitest';
import { callbackDraftOf, callbackPatchOf, isBad, reachOf } from '#renderer/settings/callback-form.ts';
import { Settings, SettingsPatch } from '#shared/model/host.ts';

const settings = Settings.parse({ callbackPort: 8090 });

test('a form that was only looked at changes nothing', () => {
  for (const callbackHost of ['127.0.0.1', '0.0.0.0', '192.168.1.20']) {
    const stored = { ...settings, callbackHost, publicUrl: 'https://door.example.com' };
    expect(callbackPatchOf(callbackDraftOf(stored), stored)).toEqual({});
  }
});

test('an interface is one of this machine, the whole network, or a given address', () => {
  expect(reachOf('127.0.0.1')).toBe('loopback');
  expect(reachOf('0.0.0.0')).toBe('everywhere');
  expect(reachOf('192.168.1.20')).toBe('other');
});

test('only what differs is sent, in the contract’s own form', () => {
  const draft = { reach: 'everywhere', host: 'ignored', port: 8123, publicUrl: 'door.example.com/' } as const;
  const patch = callbackPatchOf(draft, settings);
  expect(patch).toEqual({
    callbackHost: '0.0.0.0',
    callbackPort: 8123,
    publicUrl: 'https://door.example.com',
  });
  expect(SettingsPatch.safeParse(patch).success).toBe(true);
});

test('an emptied port means any free one, an emptied public URL means none', () => {
  const stored = { ...settings, publicUrl: 'https://door.example.com' };
  const draft = { ...callbackDraftOf(stored), port: null, publicUrl: ' ' };
  expect(callbackPatchOf(draft, stored)).toEqual({ callbackPort: 0, publicUrl: null });
});

test('a given address is sent without the blanks around it', () => {
  const draft = { ...callbackDraftOf(settings), reach: 'other', host: ' 192.168.1.20 ' } as const;
  expect(callbackPatchOf(draft, settings)).toEqual({ callbackHost: '192.168.1.20' });
});

test.each([
  ['host', '192.168.1.20', false],
  ['host', '::1', false],
  ['host', 'fe80::1', false],
  ['host', '', true],
  ['host', 'my-machine', true],
  ['port', 0, false],
  ['port', 65535, false],
  ['port', 65536, true],
  ['port', -1, true],
  ['port', 80.5, true],
  ['port', null, false],
  ['publicUrl', '', false],
  ['publicUrl', 'door.example.com', false],
  ['publicUrl', 'http://192.168.1.20:8090', false],
  ['publicUrl', 'nonsense', true],
] as const)('%s typed as %j: bad is %s', (field, typed, bad) => {
  expect(isBad(field, typed)).toBe(bad);
});
