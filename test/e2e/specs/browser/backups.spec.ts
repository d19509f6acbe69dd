/** Earlier versions of the settings: one click and a question to go back, and a damaged one cannot be counted on. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { createAccountsScreen } from '../../pages/accounts.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

test('a removed account comes back, after a question that says what is replaced', async ({
  machine,
  wechat,
}) => {
  const { host, console: desk } = await machine();
  const { accountId } = await giveAccount({ host }, wechat);
  await host.api(`/api/accounts/${accountId}`, { method: 'DELETE' });
  await desk.open('accounts');
  await expect(desk.page.getByText('还没有公众号')).toBeVisible();

  await desk.open('settings');
  const settings = createSettingsScreen(desk.page);
  const latest = settings.versions.first();
  await expect(latest).toContainText('1 个公众号，1 个入口');
  await settings.restoreOf(latest).click();
  await expect(settings.question).toContainText('现在的公众号、入口和设置会换成这份备份里的');
  await settings.question.getByRole('button', { name: '取消' }).click();
  await expect(settings.question).toBeHidden();
  expect((await (await host.api('/api/accounts')).json()).items).toEqual([]);

  await settings.restoreOf(latest).click();
  await settings.confirmRestore.click();
  await expect(settings.backups.getByText(/^已恢复到 .* 的设置。$/)).toBeVisible();
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.token('晨光书店').refresh.click();
  await expect(accounts.token('晨光书店').guard).toContainText('还剩');
});

test('a damaged backup is shown as one and cannot be restored', async ({ machine, wechat }) => {
  const { host, folder, console: desk } = await machine();
  await giveAccount({ host }, wechat);
  const backups = join(folder, 'backups');
  const [oldest = ''] = readdirSync(backups).sort();
  writeFileSync(join(backups, oldest), '{"accounts": [');

  await desk.open('settings');
  const settings = createSettingsScreen(desk.page);
  const damaged = settings.backups.locator('[data-valid="false"]');
  await expect(damaged).toHaveCount(1);
  await expect(damaged).toContainText('已损坏，不能恢复');
  await expect(settings.restoreOf(damaged)).toHaveCount(0);
  await expect(settings.restoreOf(settings.backups.locator('[data-valid="true"]').first())).toBeEnabled();
});
