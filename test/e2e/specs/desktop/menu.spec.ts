/** The application menu, in the operator's language, and the links that open a screen from outside. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../fixtures/desktop.ts';
import { createConsole } from '../../pages/console.ts';

function choose(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`no menu item ${wanted}`);
    item.click();
  }, id);
}

test('menu items lead to the screens, to the palette and to the about box', async ({
  desktop: { app, page },
  console: desk,
}) => {
  await expect(desk.qr).toBeVisible();
  await choose(app, 'settings');
  await expect(desk.screen('设置')).toBeVisible();
  await choose(app, 'accounts');
  await expect(desk.screen('公众号')).toBeVisible();
  await choose(app, 'palette');
  await page.getByRole('combobox').fill('设置');
  await page.keyboard.press('Enter');
  await expect(desk.screen('设置')).toBeVisible();

  const asked = await app.evaluateHandle((electron) => {
    const calls: string[] = [];
    electron.app.showAboutPanel = () => calls.push('about');
    return calls;
  });
  await choose(app, 'about');
  expect(await asked.jsonValue()).toEqual(['about']);
});

test('the menu speaks the language of the console, with the platform’s keys', async ({
  desktop: { app, page },
  console: desk,
}) => {
  const items = () =>
    app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu();
      return ['edit', 'copy', 'settings', 'palette'].map((id) => menu?.getMenuItemById(id)?.label);
    });
  expect(await items()).toEqual(['编辑', '复制', '设置', '命令面板…']);
  await desk.open('settings');
  await page.getByText('English', { exact: true }).click();
  await expect(desk.screen('Settings')).toBeVisible();
  await expect.poll(items).toEqual(['Edit', 'Copy', 'Settings', 'Command Palette…']);
  const keys = await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    return ['settings', 'palette'].map((id) => menu?.getMenuItemById(id)?.accelerator);
  });
  expect(keys).toEqual(['CommandOrControl+7', 'CommandOrControl+K']);
});

test('a link opens a screen of the running app; a link to anything else opens nothing', async ({
  desktop,
  console: desk,
  launchAgain,
}) => {
  await expect(desk.qr).toBeVisible();
  for (const link of [
    'followdesk://console/#/accounts',
    'followdesk://open/../settings',
    'followdesk:settings',
  ]) {
    expect(await launchAgain({ args: [link] })).toBe(0);
  }
  await expect.poll(() => desktop.log().match(/a link was ignored/g)).toHaveLength(3);
  await expect(desk.qr).toBeVisible();
  expect(await launchAgain({ args: ['followdesk://open/settings'] })).toBe(0);
  await expect(desk.screen('设置')).toBeVisible();
  expect(desktop.app.windows()).toHaveLength(1);
});

test('a link that starts the app opens its screen', async ({ launch }) => {
  const { page } = await launch({ args: ['followdesk://open/accounts'] });
  await expect(createConsole(page).screen('公众号')).toBeVisible();
});
