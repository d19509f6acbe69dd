/**
 * What the system's keyring is worth, told as it is: where it is good there is nothing to say, elsewhere what
 * becomes of a secret is asked before one is kept. On the stand-in only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Simulator } from '#simulator/platform.ts';
import { expect, test as withDesktop } from '../../fixtures/desktop.ts';
import { keyring, NO_REAL_KEYRING } from '../../fixtures/keyring.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';
import { createConsole } from '../../pages/console.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

const test = withDesktop.extend<{ wechat: Simulator }>({ wechat: useWeChat });

test.skip(({ runtime }) => runtime === 'electron', NO_REAL_KEYRING);

const BOOKSHOP = '晨光书店';
const HINT = APP_SECRET.slice(-4);

function screens(page: Page) {
  return {
    desk: createConsole(page),
    accounts: createAccountsScreen(page),
    settings: createSettingsScreen(page),
    /** On every screen, where something must be decided. */
    banner: page.getByText('决定密钥怎么保存之前，不会保存任何密钥。'),
  };
}

/** What the disk has of the account's secret. */
function sealedIn(folder: string): string | null {
  const { accounts } = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  return accounts.find(({ name }: { name: string }) => name === BOOKSHOP).sealedSecret;
}

test('a good keyring: nothing to decide, and the secret is there after a restart', async ({
  launch,
  wechat,
}) => {
  const first = await launch(keyring('ok'));
  const { desk, accounts, settings } = screens(first.page);
  await desk.open('settings');
  await expect(settings.secrets.locator('[data-vault="ok"]')).toContainText('已加密保存');
  await expect(settings.secrets).toContainText('GNOME Keyring');
  await expect(settings.secrets.getByRole('radio')).toHaveCount(0);
  await desk.open('accounts');
  await accounts.submit(wechat.url);
  await expect(accounts.works).toBeVisible();
  await first.quit();

  const again = screens((await launch(keyring('ok'))).page);
  await again.desk.open('accounts');
  await expect(again.accounts.secret(BOOKSHOP)).toHaveText(`已保存 ····${HINT}`);
});

test('no keyring: the sandbox asks nothing, an account asks in its form, and a weak seal lasts', async ({
  launch,
  wechat,
  folder,
}) => {
  const first = await launch(keyring('basic_text'));
  const { desk, accounts, settings, banner } = screens(first.page);
  await desk.open('settings');
  await expect(settings.secrets.locator('[data-vault="weak"]')).toContainText('较弱');
  await expect(settings.secrets).toContainText('还没有决定，所以现在不保存任何密钥。');
  await expect(banner).toHaveCount(0);

  await desk.open('accounts');
  await accounts.submit(wechat.url);
  await expect(accounts.question).toBeVisible();
  await expect(accounts.form).toContainText('拿到数据文件夹的人可以还原密钥');
  await expect(accounts.form.getByRole('button', { name: '确定并保存' })).toBeDisabled();
  await expect(accounts.form.getByLabel('名称')).toHaveValue(BOOKSHOP);
  await expect(accounts.card(BOOKSHOP)).toHaveCount(0);
  await accounts.decide('weak');
  await expect(accounts.works).toBeVisible();
  await expect(banner).toHaveCount(0);
  await first.quit();
  expect(sealedIn(folder)).toMatch(/^es2:/);

  const again = screens((await launch(keyring('basic_text'))).page);
  await again.desk.open('accounts');
  await expect(again.accounts.secret(BOOKSHOP)).toHaveText(`已保存 ····${HINT}`);
  await again.accounts.edit();
  await again.accounts.form.getByRole('button', { name: '替换', exact: true }).click();
  await expect(again.accounts.form).toContainText('AppSecret 只会被弱加密保存');
});

test('no keyring, in memory only: nothing is on the disk, and each start asks again', async ({
  launch,
  wechat,
  folder,
}) => {
  const first = await launch(keyring('basic_text'));
  const { desk, accounts } = screens(first.page);
  await desk.open('accounts');
  await accounts.submit(wechat.url);
  await accounts.decide('memory');
  await expect(accounts.works).toBeVisible();
  await expect(accounts.secret(BOOKSHOP)).toHaveAttribute('data-secret', 'volatile');
  await expect(accounts.card(BOOKSHOP)).toContainText('它没有写到磁盘上，重新启动后要再输入一次。');
  await first.quit();
  expect(sealedIn(folder)).toBeNull();

  const again = screens((await launch(keyring('basic_text'))).page);
  await again.desk.open('accounts');
  await expect(again.accounts.secret(BOOKSHOP)).toContainText('需要重新输入');
  await expect(again.accounts.card(BOOKSHOP)).toContainText('只放在内存里');
  await again.accounts.secret(BOOKSHOP).getByRole('button', { name: '重新填写' }).click();
  await again.accounts.replaceSecret();
  await expect(again.accounts.works).toBeVisible();
});

test('a weak seal is taken off the disk as soon as somebody chooses memory', async ({
  launch,
  wechat,
  folder,
}) => {
  const { page } = await launch(keyring('basic_text'));
  const { desk, accounts, settings } = screens(page);
  await desk.open('accounts');
  await accounts.submit(wechat.url);
  await accounts.decide('weak');
  await expect(accounts.works).toBeVisible();
  expect(sealedIn(folder)).not.toBeNull();
  await desk.open('settings');
  await settings.decide('memory');
  await expect(settings.secrets).toContainText('已确定。');
  expect(sealedIn(folder)).toBeNull();
  await desk.open('accounts');
  await expect(accounts.secret(BOOKSHOP)).toHaveAttribute('data-secret', 'volatile');
});

test('nothing can be sealed: the sandbox works, memory is the one choice, and the account works', async ({
  launch,
  wechat,
  phone,
}) => {
  const { page } = await launch(keyring('unavailable'));
  const { desk, accounts, settings } = screens(page);
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
  await desk.open('settings');
  await expect(settings.secrets.locator('[data-vault="unavailable"]')).toContainText('不可用');
  await expect(settings.secrets).toContainText('解锁或启用它，再重新启动关注台。');

  await desk.open('accounts');
  await accounts.submit(wechat.url);
  await expect(accounts.question).toBeVisible();
  await expect(accounts.form.getByRole('radio', { name: /^弱加密保存/ })).toHaveCount(0);
  await expect(accounts.form.getByLabel('AppSecret')).toHaveValue(APP_SECRET);
  await accounts.decide('memory');
  await expect(accounts.works).toBeVisible();
  await expect(accounts.secret(BOOKSHOP)).toHaveAttribute('data-secret', 'volatile');
});
