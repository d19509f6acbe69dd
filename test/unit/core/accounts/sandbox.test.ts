/** The account that needs no WeChat. */
import { expect, test } from 'vitest';
import { createAccounts } from '#core/accounts/accounts.ts';
import { createSandbox } from '#core/accounts/sandbox.ts';
import { openSecrets } from '../../../support/open-secrets.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

test('the sandbox works where nothing can be sealed: its secret is the simulator’s and is not stored', async () => {
  const secrets = openSecrets(undefined, scramblingVault('x', 'unavailable'));
  const { file } = secrets;
  const appSecret = 'the simulator’s own';
  const accounts = createAccounts({
    ...secrets,
    sandbox: { url: () => 'http://127.0.0.1:5190', appSecret: () => appSecret },
    onCredentialsChanged: () => {},
  });
  const sandbox = createSandbox({
    file,
    startSandbox: async () => ({
      url: 'http://127.0.0.1:5190',
      appId: 'wx5f0c1a7de3b94826',
      appSecret,
      close: async () => {},
    }),
  });
  const id = await sandbox.ensure();
  expect(await sandbox.ensure()).toBe(id);
  expect(accounts.get(id)).toMatchObject({
    sandbox: true,
    hasSecret: true,
    secretState: 'ok',
    apiBaseUrl: 'http://127.0.0.1:5190',
    authorizeBaseUrl: 'http://127.0.0.1:5190',
  });
  expect(accounts.credentials(id).appSecret).toBe(appSecret);
  expect(JSON.stringify(file.data())).not.toContain(appSecret);
  expect(file.data().entries).toMatchObject([{ accountId: id }]);
});
