/** The desktop locks when its computer is left, and its window, menu and links keep to the kiosk. */
import { expect, test } from '../../fixtures/desktop.ts';
import { createLock } from '../../pages/lock.ts';

test('sleep locks; a kiosk fills the screen, does not close, and no menu or link leads out of it', async ({
  desktop: { app, page },
  console: desk,
}) => {
  const lock = createLock(page);
  await desk.open('settings');
  await lock.setPin('739100');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(lock.screenLocked('设置')).toBeVisible();
  await lock.type('739100');

  await lock.startKiosk.click();
  await expect(lock.navigation).toHaveCount(0);
  const state = () =>
    app.evaluate(({ BrowserWindow, Menu }) => ({
      windows: BrowserWindow.getAllWindows().map((window) => window.isKiosk()),
      menus: Menu.getApplicationMenu()?.items.map(({ id }) => id),
    }));
  await expect.poll(state).toEqual({ windows: [true], menus: ['edit'] });
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
    electron.emit('open-url', { preventDefault() {} }, 'followdesk://open/settings');
  });
  expect((await state()).windows).toEqual([true]);
  await lock.leaveKiosk.click();
  await lock.type('739100');
  await expect(lock.navigation).toBeVisible();
  await expect.poll(async () => (await state()).windows).toEqual([false]);
  await expect(desk.screen('设置')).toHaveCount(0);
});
