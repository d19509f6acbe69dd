/** The board in a browser: opened from the desk, or by its own link in one that is not signed in. */
import { expect, test } from '../../fixtures/test.ts';
import { createBoardPage } from '../../pages/board.ts';

test('the desk opens the board beside it', async ({ console: desk, phone }) => {
  await desk.page.getByRole('button', { name: '大屏' }).click();
  const opened = desk.page.waitForEvent('popup');
  await desk.page.getByRole('button', { name: '打开大屏' }).click();
  const board = createBoardPage(await opened);
  await expect(board.entries).toHaveCount(1);
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('stranger');
  await expect(board.count('not_followed')).toHaveText('1');
});

test('a projector that is not signed in shows it by the link, until the link is withdrawn', async ({
  console: desk,
  browser,
  phone,
}) => {
  await desk.page.getByRole('button', { name: '大屏' }).click();
  await desk.page.getByRole('button', { name: '生成链接' }).click();
  const link = (await desk.page.getByTestId('board-link').textContent()) ?? '';
  const stranger = await browser.newContext({ locale: 'zh-CN' });
  const projector = await stranger.newPage();
  await projector.goto(link);
  const board = createBoardPage(projector);
  await expect(board.entries).toHaveCount(1);
  // The link signs nobody in.
  await projector.goto(new URL('/', link).href);
  await expect(projector.locator('input[name=token]')).toBeVisible();
  await projector.goto(link);

  await desk.page.keyboard.press('Escape');
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(board.count('followed')).toHaveText('1');
  await expect(projector.locator('body')).not.toContainText(/o[\w-]{27}/);

  await desk.page.getByRole('button', { name: '大屏' }).click();
  await desk.page.getByRole('button', { name: '作废链接' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '作废链接' }).last().click();
  await projector.reload();
  await expect(projector.getByText('这个大屏链接已失效')).toBeVisible();
  await stranger.close();
});
