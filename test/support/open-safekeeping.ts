/** Accounts, entries and their safekeeping over a real folder, as createApp wires them. */
import { createAccounts } from '#core/accounts/accounts.ts';
import { createEntries } from '#core/entries/entries.ts';
import type { Vault } from '#core/environment.ts';
import { createSafekeeping } from '#core/safekeeping/safekeeping.ts';
import { AccountInput } from '#shared/model/account.ts';
import { manualClock } from './manual-clock.ts';
import { openSecrets } from './open-secrets.ts';

export const PASSWORD = 'eleven 字符 密码';
export const PLANTED = {
  appSecret: 'planted0app0secret0000000000000f',
  bearer: 'planted0bearer000000000',
  proxyPassword: 'planted0proxy0password',
};

export function openSafekeeping(dataFolder?: string, vault?: Vault) {
  const secrets = openSecrets(dataFolder, vault);
  const changed: string[] = [];
  const moved: object[] = [];
  const onCredentialsChanged = (id: string) => changed.push(id);
  const accounts = createAccounts({
    ...secrets,
    sandbox: { url: () => null, appSecret: () => null },
    onCredentialsChanged,
  });
  const entries = createEntries(secrets.file);
  const safekeeping = createSafekeeping({
    ...secrets,
    version: '1.2.3',
    clock: manualClock(),
    moveCallback: async (address) => moved.push(address),
    onCredentialsChanged,
  });

  /** One account with every secret there is, two entries, a proxy with a password. */
  function fill() {
    const account = accounts.create(
      AccountInput.parse({
        name: '晨光书店',
        appId: 'wx0123456789abcdef',
        appSecret: PLANTED.appSecret,
        kind: 'service',
        publicUrl: 'https://desk.example.com',
        tokenMode: 'shared',
        sharedToken: { url: 'https://tokens.example.com', bearer: PLANTED.bearer },
      }),
    );
    const [door, till] = ['Door', 'Till'].map((name) =>
      entries.create({ accountId: account.id, name, scope: 'snsapi_base', param: name.toLowerCase() }),
    );
    const sealedProxyPassword = secrets.vault.seal(PLANTED.proxyPassword);
    secrets.file.change((data) => ({
      ...data,
      settings: {
        ...data.settings,
        language: 'en',
        publicUrl: 'https://all.example.com',
        callbackPort: 8080,
      },
      network: {
        ...data.network,
        proxyUrl: 'http://proxy.example.com:3128',
        proxyUser: 'wx',
        sealedProxyPassword,
      },
    }));
    if (!door || !till) throw new Error('no entries');
    return { account, door, till };
  }

  return { ...secrets, accounts, entries, safekeeping, changed, moved, fill };
}
