/** The host's own state: where the listener listens, what phones call it by, and how secrets are kept. */
import { expect, test } from 'vitest';
import type { Vault } from '#core/environment.ts';
import { type CallbackListener, createHost } from '#core/host/host.ts';
import { createNetworkSettings } from '#core/host/network.ts';
import type { CallbackState } from '#shared/model/host.ts';
import { openSecrets } from '../../../support/open-secrets.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

/** A listener for which port 80 is forbidden and 8080 is taken. */
function listener(): CallbackListener & { asked: object[] } {
  const asked: object[] = [];
  return {
    asked,
    async listen(address): Promise<CallbackState> {
      asked.push(address);
      const { port } = address;
      if (port === 80) return { state: 'failed', code: 'PORT_FORBIDDEN', port, offeredPort: 8081 };
      if (port === 8080) return { state: 'failed', code: 'PORT_IN_USE', port, offeredPort: 8081 };
      return { state: 'listening', url: `http://${address.host}:${port || 5180}`, port: port || 5180 };
    },
    close: async () => {},
  };
}

function open(overrides = {}, given?: Vault) {
  const { file, vault, dataFolder } = openSecrets(undefined, given);
  return createHost({
    version: '1.2.3',
    capabilities: {
      secretsInKeychain: false,
      openExternal: false,
      boardWindow: false,
      kioskWindow: false,
      tray: false,
      tokenService: false,
    },
    vault,
    dataFolder,
    overrides,
    file,
    networkSettings: createNetworkSettings({ file, vault }),
    sandboxUrl: () => null,
    notices: () => ['storage_full'],
  });
}

test('the listener listens where the settings say, and the command line wins', async () => {
  const byDefault = listener();
  await open().listenWith(byDefault);
  expect(byDefault.asked).toEqual([{ host: '127.0.0.1', port: 0 }]);
  const told = listener();
  await open({ callbackHost: '0.0.0.0', callbackPort: 5200 }).listenWith(told);
  expect(told.asked).toEqual([{ host: '0.0.0.0', port: 5200 }]);
});

test('phones use the public URL, else the listener’s own address', async () => {
  const host = open();
  await host.listenWith(listener());
  expect(host.publicUrl()).toBe('http://127.0.0.1:5180');
  await host.changeSettings({ publicUrl: 'https://desk.example.com/' });
  expect(host.publicUrl()).toBe('https://desk.example.com');
  expect(host.listenerUrl()).toBe('http://127.0.0.1:5180');
});

test('a taken port is told with another to use, and nothing changes', async () => {
  const host = open();
  await host.listenWith(listener());
  await expect(host.changeSettings({ callbackPort: 8080 })).rejects.toMatchObject({
    name: 'PortInUse',
    port: 8080,
    offeredPort: 8081,
  });
  await expect(host.changeSettings({ callbackPort: 80 })).rejects.toMatchObject({ code: 'PORT_FORBIDDEN' });
  expect(host.settings().callbackPort).toBe(0);
  expect(host.status().callback).toMatchObject({ state: 'listening', port: 5180 });
});

test('a port taken at the start leaves the console usable, and the offered one mends it', async () => {
  const host = open({ callbackPort: 8080 });
  expect(await host.listenWith(listener())).toMatchObject({ state: 'failed', offeredPort: 8081 });
  expect(host.status()).toMatchObject({
    version: '1.2.3',
    callback: { state: 'failed', port: 8080 },
    notices: ['storage_full'],
  });
  await host.changeSettings({ callbackPort: 8081 });
  expect(host.status().callback).toMatchObject({ state: 'listening', port: 8081 });
});

test('somebody has to decide while the keychain is weak or missing, and only then', async () => {
  const vault = scramblingVault('test', 'weak');
  const host = open({}, vault);
  expect(host.status().vault).toEqual({ state: 'weak', backend: 'test', undecided: true });
  await host.changeSettings({ withoutKeychain: 'weak' });
  expect(host.status().vault.undecided).toBe(false);
  vault.become('unavailable');
  expect(host.status().vault).toMatchObject({ state: 'unavailable', undecided: true });
  await host.changeSettings({ withoutKeychain: 'memory' });
  expect(host.status().vault.undecided).toBe(false);
  await host.changeSettings({ withoutKeychain: 'undecided' });
  vault.become('ok');
  expect(host.status().vault).toMatchObject({ state: 'ok', undecided: false });
});

test('closing the host ends what listens for its commands', async () => {
  const host = open();
  const next = host.commands.listen(undefined).next();
  await host.close();
  expect((await next).done).toBe(true);
});
