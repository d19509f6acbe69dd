/**
 * Settings moved from one machine to another in an encrypted file: nothing in it can be read on the way, and the
 * machine that takes it in says first what it holds.
 */
import { readFileSync } from 'node:fs';
import { expect, giveAccount, type Machine, test } from '../../fixtures/machines.ts';
import { APP_ID, APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';
import { createPhone, PHONE } from '../../pages/phone.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

const PASSWORD = '门口的小店 2026';

async function settingsOf({ console: desk }: Machine) {
  await desk.open('settings');
  return createSettingsScreen(desk.page);
}

test('a password too short, or not the same twice: said at the field, and nothing is exported', async ({
  machine,
}) => {
  const here = await machine();
  const settings = await settingsOf(here);
  const downloads: unknown[] = [];
  here.console.page.on('download', (download) => downloads.push(download));

  await settings.typePassword('short');
  await settings.exportFile.click();
  await expect(settings.exporting.getByText('密码至少 10 个字符。')).toBeVisible();
  await settings.typePassword(PASSWORD, `${PASSWORD}!`);
  await settings.exportFile.click();
  await expect(settings.exporting.getByText('两次输入的不一样。')).toBeVisible();
  await expect(settings.exporting.getByText(/^已导出为/)).toHaveCount(0);
  expect(downloads).toEqual([]);
});

test('out of one machine and into another: looked into first, then the printed code works there', async ({
  machine,
  wechat,
  browser,
}) => {
  const here = await machine();
  const { entryId } = await giveAccount(here, wechat);
  const settings = await settingsOf(here);
  const download = await settings.export(PASSWORD);
  await expect(settings.exporting.getByText(`已导出为 ${download.suggestedFilename()}`)).toBeVisible();
  expect(download.suggestedFilename()).toMatch(/^followdesk-\d{4}-\d\d-\d\d\.followdesk$/);
  const text = readFileSync(await download.path(), 'utf8');
  for (const inside of [APP_SECRET, PASSWORD, APP_ID, '晨光书店', entryId])
    expect(text).not.toContain(inside);

  const there = await machine();
  const importing = await settingsOf(there);
  await importing.chooseFile(text, download.suggestedFilename());
  await importing.lookInside(PASSWORD);
  const line = importing.importing.getByRole('listitem').filter({ hasText: '晨光书店' });
  await expect(line).toHaveText(/晨光书店\s*wx00112233445566aa\s*新增/);
  await expect(importing.importing).toContainText('入口：新增 1 个，替换 0 个');
  expect((await (await there.host.api('/api/accounts')).json()).items).toEqual([]);
  await importing.import();
  await expect(importing.importing.getByText('已导入。原来的设置已存成备份。')).toBeVisible();

  await there.console.open('accounts');
  const accounts = createAccountsScreen(there.console.page);
  await expect(accounts.secret('晨光书店')).toHaveText(`已保存 ····${APP_SECRET.slice(-4)}`);
  const context = await browser.newContext(PHONE);
  const visitor = createPhone(await context.newPage());
  await visitor.open(`${there.host.callbackUrl}/go/${entryId}`);
  await visitor.be('follower');
  await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
  await context.close();
});

test('a file that cannot be taken in says why, and changes nothing', async ({ machine, wechat }) => {
  const here = await machine();
  await giveAccount(here, wechat);
  const made = await here.host.api('/api/settings/export', { method: 'POST', body: { password: PASSWORD } });
  const { text } = await made.json();
  const there = await machine();
  const settings = await settingsOf(there);
  const { importing } = settings;

  await settings.chooseFile(text);
  await settings.lookInside(`not ${PASSWORD}`);
  await expect(importing.getByText('密码不对')).toBeVisible();

  const { data } = JSON.parse(text);
  const oneByte = (data[100] === 'A' ? 'B' : 'A') + data.slice(101);
  await settings.chooseFile(text.replace(data.slice(100), oneByte));
  await settings.lookInside(PASSWORD);
  await expect(importing.getByText('文件已损坏')).toBeVisible();

  await settings.chooseFile('{"accounts":[]}', 'accounts.json');
  await settings.lookInside(PASSWORD);
  await expect(importing.getByText('这不是关注台导出的文件')).toBeVisible();

  await settings.chooseFile(text.replace('"version": 1', '"version": 2'));
  await settings.lookInside(PASSWORD);
  await expect(importing.getByText('这个文件来自更新的版本')).toBeVisible();

  expect((await (await there.host.api('/api/accounts')).json()).items).toEqual([]);
  // The file is still chosen: the right one needs only its password.
  await settings.chooseFile(text);
  await settings.lookInside(PASSWORD);
  await expect(importing.getByText('晨光书店')).toBeVisible();
});
