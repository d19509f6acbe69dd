/** Accounts as an admin meets them: wrong things are told apart, nothing typed is lost, the secret never comes back. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { useWeChat } from '../fixtures/wechat.ts';
import { APP_SECRET, createAccountsScreen } from '../pages/accounts.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('the first run offers the sandbox, and one click later there is a code to scan', async ({
  console: desk,
}) => {
  await desk.page.getByRole('button', { name: /先用沙盒试试/ }).click();
  expect(await desk.scanFromScreen()).toMatch(/\/go\/[a-z2-7]{10}$/);
  await expect(desk.page.getByRole('link', { name: '扮演一部手机' })).toBeVisible();
});

test('a wrong AppSecret is told as such; the right one mends it', async ({ console: desk, wechat }) => {
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.add(wechat.url, 'not0the0secret0not0the0secret0no');
  await expect(desk.page.getByText('AppSecret 不对')).toBeVisible();
  await expect(desk.page.getByRole('heading', { name: '晨光书店' })).toBeVisible();

  await accounts.edit();
  await accounts.replaceSecret();
  await expect(desk.page.getByText('凭据可用')).toBeVisible();
});

test('an IP that is not whitelisted is shown, to be copied', async ({ console: desk, wechat }) => {
  wechat.faults.on('ipNotAllowed');
  await desk.open('accounts');
  await createAccountsScreen(desk.page).add(wechat.url);
  await expect(desk.page.getByText('本机 IP 不在白名单')).toBeVisible();
  await expect(desk.page.getByText('203.0.113.7').first()).toBeVisible();
});

test('a broken account leaves the console usable and the visitor answered', async ({
  console: desk,
  wechat,
  phone,
}) => {
  await desk.open('accounts');
  await createAccountsScreen(desk.page).add(wechat.url);
  await expect(desk.page.getByText('凭据可用')).toBeVisible();
  await desk.open('desk');
  await desk.page.getByRole('button', { name: /创建入口/ }).click();
  wechat.faults.on('quota');
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(visitor.verdict).toHaveAttribute('data-reason', 'quota');
  await expect(desk.rowsWith('unknown')).toHaveCount(1);
  await expect(desk.rowsWith('unknown')).toContainText('次数');

  wechat.faults.off();
  await desk
    .rowsWith('unknown')
    .getByRole('button', { name: /重新查询/ })
    .click();
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});

test('the secret never comes back to the page', async ({ console: desk, wechat }) => {
  const answers: Promise<string>[] = [];
  desk.page.on('response', (response) => {
    // The live feed never ends; what it sends is read from the page below.
    const feed = response.headers()['content-type']?.startsWith('text/event-stream');
    if (!feed) answers.push(response.text().catch(() => ''));
  });
  await desk.open('accounts');
  await createAccountsScreen(desk.page).add(wechat.url);
  await expect(desk.page.getByText('凭据可用')).toBeVisible();
  await desk.page.reload();
  await expect(desk.page.getByText(APP_SECRET.slice(-4))).toBeVisible();
  await desk.page.getByRole('button', { name: /修改/ }).first().click();
  await expect(desk.page.getByRole('dialog')).toBeVisible();
  const page = await desk.page.evaluate(() => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map(({ value }) => value),
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  ]);
  expect([...page, ...(await Promise.all(answers))].join('\n')).not.toContain(APP_SECRET);
});

test('deleting names what goes and what stays', async ({ console: desk, wechat }) => {
  await desk.open('accounts');
  await createAccountsScreen(desk.page).add(wechat.url);
  await expect(desk.page.getByText('凭据可用')).toBeVisible();
  await desk.page.getByRole('button', { name: /删除/ }).first().click();
  await expect(desk.page.getByText('已有的扫码记录')).toBeVisible();
  await desk.page.getByRole('button', { name: '删除这个公众号' }).click();
  await expect(desk.page.getByText('还没有公众号')).toBeVisible();
});
