/** Without Electron there is no keychain: what the key file is worth, and what it sealed without it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { createAccountsScreen } from '../../pages/accounts.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

test('a key file in the data folder is no keychain, and the settings say so', async ({ machine }) => {
  const { console: desk } = await machine();
  await desk.open('settings');
  const { secrets } = createSettingsScreen(desk.page);
  await expect(secrets).toContainText('数据文件夹里的密钥文件');
  await expect(secrets).toContainText('拿到整个数据文件夹的人就能解开');
  await expect(secrets.getByRole('radio')).toHaveCount(0);
});

test('settings that came without their key: the secret is asked for again, and the rest is there', async ({
  machine,
  wechat,
}) => {
  const here = await machine();
  await giveAccount(here, wechat);
  await here.restart(() => rmSync(join(here.folder, 'master.key')));
  const accounts = createAccountsScreen(here.console.page);
  await here.console.open('accounts');
  await expect(accounts.secret('晨光书店')).toHaveAttribute('data-secret', 'unreadable');
  await expect(accounts.card('晨光书店')).toContainText('由另一个系统用户或另一台机器加密');
  await accounts.secret('晨光书店').getByRole('button', { name: '重新填写' }).click();
  await accounts.replaceSecret();
  await expect(accounts.works).toBeVisible();
  await here.console.open('desk');
  await here.console.qr.locator('svg').waitFor();
});
