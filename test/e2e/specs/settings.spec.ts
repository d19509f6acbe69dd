/** Settings take effect at once, and what cannot be done is told with a way out. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/test.ts';
import { PRESS } from '../pages/press.ts';

test('language and theme change at once and stay', async ({ console: desk }) => {
  await desk.open('settings');
  await desk.page.getByText('English', { exact: true }).click();
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await desk.page.getByText('Dark', { exact: true }).click();
  const background = () => desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(background).toMatch(/rgb\((\d|1\d|2\d), /);
  await desk.page.reload();
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('a value set right is saved by one press, though what was said of it goes away', async ({
  console: desk,
}) => {
  await desk.open('settings');
  const seconds = desk.page.getByLabel('连接最多等');
  await seconds.fill('99');
  await seconds.press('Tab');
  await expect(desk.page.getByText('请填 1 到 30 之间的数。')).toBeVisible();
  await seconds.fill('5');
  await desk.page.getByRole('button', { name: '保存网络设置' }).click(PRESS);
  await expect(desk.page.getByText('已保存，从下一次请求开始使用。')).toBeVisible();
});

test('a port in use is named and another one is one click away', async ({ console: desk }) => {
  const before = new URL(await desk.scanFromScreen()).origin;
  const occupant = createServer().listen(0, '127.0.0.1');
  await expect.poll(() => occupant.listening).toBe(true);
  const { port } = occupant.address() as AddressInfo;
  await desk.open('settings');
  await desk.page.getByLabel('端口').fill(String(port));
  await desk.page.locator('#callback').getByRole('button', { name: '保存', exact: true }).click();
  await expect(desk.page.getByText(String(port)).first()).toBeVisible();
  expect((await fetch(`${before}/healthz`)).status).toBe(200);
  await desk.page
    .getByRole('button', { name: /改用端口/ })
    .first()
    .click();
  await expect(desk.page.getByText('已保存，正在使用新的地址。')).toBeVisible();
  occupant.close();
  await desk.open('desk');
  const link = new URL(await desk.scanFromScreen());
  expect((await fetch(`${link.origin}/healthz`)).status).toBe(200);
  expect(link.port).not.toBe(String(port));
});
