/** The board on the desktop: a second window that shows the door, names nobody, and may ask for nothing else. */
import { expect, test } from '../../fixtures/desktop.ts';
import { createBoardPage } from '../../pages/board.ts';

test('the board opens in a window of its own, follows the door, and closes with the console', async ({
  desktop: { app, page },
  console: desk,
  phone,
}) => {
  await page.getByRole('button', { name: '大屏' }).click();
  await page.getByLabel('标题').fill('秋季发布会');
  const opened = app.waitForEvent('window');
  await page.getByRole('button', { name: '打开大屏' }).click();
  const board = createBoardPage(await opened);
  await expect(board.title).toHaveText('秋季发布会');
  await expect(board.entries).toHaveCount(1);

  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(board.count('followed')).toHaveText('1');
  await expect(board.latest).toContainText(['已关注']);

  // Asked for again, it comes forward instead of opening twice.
  await page.getByRole('button', { name: '大屏' }).click();
  await page.getByRole('button', { name: '打开大屏' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);

  // Without the console there is nothing to close it by.
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});
