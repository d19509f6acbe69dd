/** axe finds no serious violation on the board, in both themes and both languages, with somebody of each verdict on it. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/test.ts';
import { createBoardPage } from '../../pages/board.ts';

test('the board', async ({ console: desk, phone }) => {
  for (const person of ['follower', 'stranger', 'declines'] as const) {
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be(person);
    await expect(visitor.heading).toBeVisible();
  }
  const page = await desk.page.context().newPage();
  const board = createBoardPage(page);
  for (const lang of ['zh-CN', 'en']) {
    for (const theme of ['light', 'dark']) {
      await page.goto('about:blank');
      await page.goto(new URL(`/board#${new URLSearchParams({ lang, theme })}`, desk.page.url()).href);
      await expect(board.latest).toHaveCount(3);
      expect.soft(await seriousViolations(page), `${lang} ${theme}`).toEqual([]);
    }
  }
});
