/** The PIN keeps settings from whoever stands at the desk, and kiosk mode leaves nothing but the desk. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/test.ts';
import { createLock } from '../../pages/lock.ts';

const PIN = '739100';

test('a locked console asks for the PIN and opens for the right one; the desk goes on', async ({
  console: desk,
  phone,
}) => {
  const { page } = desk;
  const lock = createLock(page);
  await desk.open('settings');
  await lock.setPin(PIN);
  await lock.lockNow.click();
  await expect(lock.screenLocked('设置')).toBeVisible();
  await expect(page.getByRole('region', { name: '网络' })).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  await desk.open('desk');
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);

  // One thing behind the PIN, on a screen that is not.
  await desk.open('records');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^导出/ }).click();
  await expect(page.getByRole('dialog', { name: '这一步要输入 PIN' })).toBeVisible();

  await desk.open('accounts');
  await lock.tap('111111');
  await expect(page.getByText('PIN 不对，还可以再试 4 次。')).toBeVisible();
  await expect(lock.field).toHaveValue('');
  await lock.tap(PIN);
  await expect(desk.screen('公众号')).toBeVisible();
  await page.keyboard.press('Alt+KeyL');
  await expect(lock.screenLocked('公众号')).toBeVisible();
});

test('a kiosk has only the desk, also after a reload and a restart, and ends with the PIN', async ({
  console: first,
  running,
}) => {
  const lockOf = (page: typeof first.page) => createLock(page);
  await first.open('settings');
  await lockOf(first.page).setPin(PIN);
  await lockOf(first.page).startKiosk.click();
  await expect(first.qr.locator('svg')).toBeVisible();
  await expect(lockOf(first.page).navigation).toHaveCount(0);

  await first.page.reload();
  await first.page.evaluate(() => {
    location.hash = '#/settings';
  });
  await first.page.keyboard.press('Alt+Digit7');
  await first.page.keyboard.press('Control+KeyK');
  await expect(first.qr.locator('svg')).toBeVisible();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await expect(first.screen('设置')).toHaveCount(0);

  const next = await running.restart();
  const lock = createLock(next.page);
  await expect(next.qr.locator('svg')).toBeVisible();
  await expect(lock.navigation).toHaveCount(0);
  await lock.leaveKiosk.click();
  await lock.type(PIN);
  await expect(lock.navigation).toBeVisible();
  await next.open('settings');
  await expect(lock.part).toBeVisible();
});
