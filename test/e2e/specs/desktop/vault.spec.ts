/**
 * What the system's keyring is worth, told as it is, with nothing lost. On the stand-in only: a real keyring
 * cannot be switched by a spec.
 */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/desktop.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';
import { createConsole } from '../../pages/console.ts';

type Keyring = 'ok' | 'unavailable' | 'basic_text' | 'cannot_decrypt';

const test = base.extend<{ wechat: Simulator }>({ wechat: useWeChat });

test.skip(({ runtime }) => runtime === 'electron', 'a real keyring cannot be switched by a spec');

function keyring(state: Keyring) {
  return { env: { ELECTRON_STANDIN_KEYRING: state } };
}

test('a good keyring: nothing to say, and the secret is there after a restart', async ({
  launch,
  wechat,
}) => {
  const { page, quit } = await launch(keyring('ok'));
  const desk = createConsole(page);
  await desk.open('settings');
  await expect(page.locator('[data-vault="ok"]')).toBeVisible();
  await expect(page.getByText('GNOME Keyring')).toBeVisible();
  await expect(page.getByText(/没有可用的系统钥匙串/)).toHaveCount(0);
  await desk.open('accounts');
  await createAccountsScreen(page).add(wechat.url);
  await expect(createAccountsScreen(page).works).toBeVisible();
  await quit();

  const again = await launch(keyring('ok'));
  await createConsole(again.page).open('accounts');
  await expect(again.page.getByText(APP_SECRET.slice(-4))).toBeVisible();
});

test('no keyring, a fixed key: said on every screen, and saving is a decision', async ({
  launch,
  wechat,
}) => {
  const { page } = await launch(keyring('basic_text'));
  const desk = createConsole(page);
  await expect(page.getByText('这台机器没有可用的系统钥匙串，密钥只做了弱加密保存。')).toBeVisible();
  await desk.open('settings');
  await expect(page.locator('[data-vault="weak"]')).toBeVisible();
  await desk.open('accounts');
  const accounts = createAccountsScreen(page);
  await page.getByRole('button', { name: '添加公众号' }).first().click();
  await expect(accounts.form.getByRole('button', { name: /仍/ })).toBeVisible();
  await expect(accounts.form.getByText(/拿到数据文件夹的人可以还原/)).toBeVisible();
  await accounts.form.getByRole('button', { name: '取消' }).click();
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
});

test('nothing can be sealed: the sandbox works, saving says why, and what was typed stays', async ({
  launch,
  wechat,
  phone,
}) => {
  const { page } = await launch(keyring('unavailable'));
  const desk = createConsole(page);
  await expect(page.getByText('这台机器无法安全保存密钥，请不要在此填写 AppSecret。')).toBeVisible();
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
  await desk.open('accounts');
  const accounts = createAccountsScreen(page);
  await accounts.add(wechat.url);
  await expect(accounts.form.getByText('这台机器无法安全保存密钥').first()).toBeVisible();
  await expect(accounts.form.getByLabel('名称')).toHaveValue('晨光书店');
  await expect(accounts.form.getByLabel('AppSecret')).toHaveValue(APP_SECRET);
});

test('another user’s keyring: the secret is asked for again, and everything else is there', async ({
  launch,
  wechat,
  phone,
}) => {
  const first = await launch(keyring('ok'));
  const before = createConsole(first.page);
  const visitor = await phone();
  await visitor.open(await before.scanFromScreen());
  await visitor.be('follower');
  await expect(before.rowsWith('followed')).toHaveCount(1);
  await before.open('accounts');
  await createAccountsScreen(first.page).add(wechat.url);
  await expect(createAccountsScreen(first.page).works).toBeVisible();
  await before.open('desk');
  await first.page.getByRole('button', { name: /创建入口/ }).click();
  await expect(before.qr).toBeVisible();
  await first.quit();

  const { page } = await launch(keyring('cannot_decrypt'));
  const desk = createConsole(page);
  await expect(page.getByText('AppSecret 需要重新填写')).toBeVisible();
  await desk.open('accounts');
  await expect(page.getByRole('heading', { name: '晨光书店' })).toBeVisible();
  await expect(page.getByText('需要重新输入')).toBeVisible();
  const accounts = createAccountsScreen(page);
  await page.getByRole('button', { name: /重新填写/ }).click();
  await accounts.replaceSecret();
  await expect(accounts.works).toBeVisible();
  await desk.open('desk');
  await expect(desk.qr).toBeVisible();

  await desk.open('accounts');
  await page.getByRole('button', { name: /沙盒.*使用/ }).click();
  await desk.open('desk');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});
