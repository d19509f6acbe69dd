/** The desktop's one window: where it was left, found again, and brought forward instead of opened twice. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../fixtures/desktop.ts';

/** The one window's state, from the main process. */
function windowState(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const [window] = windows;
    return {
      count: windows.length,
      bounds: window?.getNormalBounds(),
      maximized: window?.isMaximized(),
      minimized: window?.isMinimized(),
      visible: window?.isVisible(),
    };
  });
}

test('size and place are kept from one run to the next', async ({ launch }) => {
  const bounds = { x: 120, y: 90, width: 1040, height: 720 };
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await expect.poll(async () => (await windowState(first.app)).bounds).toEqual(bounds);
  await first.quit();

  const second = await launch();
  expect((await windowState(second.app)).bounds).toEqual(bounds);
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await expect.poll(async () => (await windowState(second.app)).maximized).toBe(true);
  await second.quit();

  const third = await launch();
  await expect.poll(async () => (await windowState(third.app)).maximized).toBe(true);
  expect((await windowState(third.app)).bounds).toEqual(bounds);
});

test('a second start brings the first window forward and ends', async ({ desktop, launchAgain }) => {
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(async () => (await windowState(desktop.app)).minimized).toBe(true);
  expect(await launchAgain()).toBe(0);
  await expect
    .poll(() => windowState(desktop.app))
    .toMatchObject({ count: 1, minimized: false, visible: true });
});

test('the window reloads with its feed', async ({ desktop: { app, page }, console: desk, phone }) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('stranger');
  await expect(desk.rowsWith('not_followed')).toHaveCount(1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.reload());
  await page.waitForEvent('load');
  await expect(desk.rowsWith('not_followed')).toHaveCount(1);

  // And it is live again: the page has a new wire.
  const another = await phone();
  await another.open(await desk.scanFromScreen());
  await another.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});
