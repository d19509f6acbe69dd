/**
 * Secrets that no longer open: which and why is said, they are asked for again, and nothing else is lost. On the
 * stand-in only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { expect, test as withDesktop } from '../../fixtures/desktop.ts';
import { keyring, NO_REAL_KEYRING } from '../../fixtures/keyring.ts';
import { APP_ID, APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';
import { createConsole } from '../../pages/console.ts';

const CINEMA = { name: '星河影院', appId: 'wx00112233445566bb' };
const CINEMA_SECRET = 'planted1secret1that1must1not1be1';

const test = withDesktop.extend<{ wechat: Simulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  wechat: async ({}, use) => {
    const wechat = await startSimulator({
      apps: [
        { appId: APP_ID, appSecret: APP_SECRET, name: '门' },
        { appId: CINEMA.appId, appSecret: CINEMA_SECRET, name: '厅' },
      ],
    });
    await use(wechat);
    await wechat.close();
  },
});

test.skip(({ runtime }) => runtime === 'electron', NO_REAL_KEYRING);

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
  await createAccountsScreen(first.page).submit(wechat.url);
  await expect(createAccountsScreen(first.page).works).toBeVisible();
  await before.open('desk');
  await first.page.getByRole('button', { name: /创建入口/ }).click();
  await expect(before.qr).toBeVisible();
  await first.quit();

  const { page } = await launch(keyring('cannot_decrypt'));
  const desk = createConsole(page);
  await expect(page.getByText('AppSecret 需要重新填写')).toBeVisible();
  await desk.open('accounts');
  const accounts = createAccountsScreen(page);
  await expect(accounts.secret('晨光书店')).toHaveAttribute('data-secret', 'unreadable');
  await expect(accounts.card('晨光书店')).toContainText('由另一个系统用户或另一台机器加密');
  await accounts.secret('晨光书店').getByRole('button', { name: '重新填写' }).click();
  await accounts.replaceSecret();
  await expect(accounts.works).toBeVisible();
  await desk.open('desk');
  await expect(desk.qr).toBeVisible();

  await desk.open('accounts');
  await page.getByRole('button', { name: /沙盒.*使用/ }).click();
  await desk.open('desk');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});

test('one secret damaged on the disk: that account says so, the other one works', async ({
  launch,
  wechat,
  folder,
}) => {
  const first = await launch(keyring('ok'));
  const before = createAccountsScreen(first.page);
  await createConsole(first.page).open('accounts');
  await before.submit(wechat.url);
  await expect(before.works).toHaveCount(1);
  await before.submit(wechat.url, CINEMA_SECRET, CINEMA);
  await expect(before.works).toHaveCount(2);
  await first.quit();

  const path = join(folder, 'settings.json');
  const settings = JSON.parse(readFileSync(path, 'utf8'));
  const bookshop = settings.accounts.find(({ name }: { name: string }) => name === '晨光书店');
  const { sealedSecret } = bookshop;
  const middle = sealedSecret.length >> 1;
  const another = sealedSecret[middle] === 'A' ? 'B' : 'A';
  bookshop.sealedSecret = sealedSecret.slice(0, middle) + another + sealedSecret.slice(middle + 1);
  writeFileSync(path, JSON.stringify(settings));

  const { page } = await launch(keyring('ok'));
  await createConsole(page).open('accounts');
  const accounts = createAccountsScreen(page);
  await expect(accounts.secret('晨光书店')).toHaveAttribute('data-secret', 'corrupt');
  await expect(accounts.card('晨光书店')).toContainText('它在磁盘上的数据已损坏，解不开。其余设置都还在。');
  await expect(accounts.secret(CINEMA.name)).toHaveText(`已保存 ····${CINEMA_SECRET.slice(-4)}`);
  await accounts.token(CINEMA.name).refresh.click();
  await expect(accounts.token(CINEMA.name).guard).toContainText('还剩');

  await accounts.secret('晨光书店').getByRole('button', { name: '重新填写' }).click();
  await accounts.replaceSecret();
  await expect(accounts.works).toBeVisible();
  await expect(accounts.secret('晨光书店')).toHaveText(`已保存 ····${APP_SECRET.slice(-4)}`);
});
