/** What the operator sees without the window: the tray's menu, and a notification when an account breaks. */
import { once } from 'node:events';
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/desktop.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { createAccountsScreen } from '../../pages/accounts.ts';

const test = base.extend<{ wechat: Simulator }>({ wechat: useWeChat });

test('the tray tells of scans, and quits', async ({ desktop: { app, process }, console: desk, phone }) => {
  // The app's tray cannot be asked for: what it is told from now on is kept, its next menu too.
  const menus = await app.evaluateHandle(({ Tray }) => {
    const kept: Electron.Menu[] = [];
    Tray.prototype.setContextMenu = (menu) => void (menu && kept.push(menu));
    return kept;
  });
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
  const lines = () =>
    menus.evaluate(
      (kept) =>
        kept
          .at(-1)
          ?.items.map(({ id, label }) => `${id} ${label}`)
          .join('\n') ?? '',
    );
  await expect.poll(lines).toMatch(/today .*1/);
  expect(await lines()).toMatch(/callback .*http:\/\/127\.0\.0\.1:\d+/);

  const ended = once(process, 'exit');
  await menus.evaluate((kept) => kept.at(-1)?.getMenuItemById('quit')?.click());
  expect((await ended)[0]).toBe(0);
});

test('an account that breaks is one notification, however many phones meet it', async ({
  desktop: { app },
  console: desk,
  wechat,
  phone,
}) => {
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
  await desk.open('desk');
  await desk.page.getByRole('button', { name: /创建入口/ }).click();

  const shown = await app.evaluateHandle(({ Notification }) => {
    const titles: string[] = [];
    Notification.prototype.show = function show(this: Electron.Notification) {
      titles.push(this.title);
    };
    return titles;
  });
  wechat.faults.on('quota');
  for (const count of [1, 2]) {
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(desk.rowsWith('unknown')).toHaveCount(count);
  }
  await expect.poll(() => shown.jsonValue()).toEqual(['晨光书店：接口调用次数用完']);
});
