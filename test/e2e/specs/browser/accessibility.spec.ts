/**
 * axe finds no serious violation on any screen, in both themes and both languages. In the browser only: the
 * pages are the same on the desktop, and its theme is the app's to choose.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures/test.ts';

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const locale of ['zh-CN', 'en-US']) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${locale} ${theme}`, () => {
      test.use({ locale, colorScheme: theme });

      test('the console’s screens', async ({ console: desk, phone }) => {
        for (const person of ['follower', 'stranger', 'declines'] as const) {
          const visitor = await phone();
          await visitor.open(await desk.scanFromScreen());
          await visitor.be(person);
          await expect(visitor.heading).toBeVisible();
        }
        await expect(desk.rows).toHaveCount(3);
        for (const screen of ['desk', 'accounts', 'settings'] as const) {
          await desk.open(screen);
          await expect(desk.page.getByRole('heading', { level: 1 })).toBeAttached();
          expect.soft(await seriousViolations(desk.page), screen).toEqual([]);
        }
      });

      test('the phone’s pages', async ({ console: desk, page }) => {
        const go = await desk.scanFromScreen();
        const { origin } = new URL(go);
        for (const person of ['follower', 'stranger', 'declines', 'snapshot']) {
          await page.goto(go);
          expect.soft(await seriousViolations(page), 'authorize page').toEqual([]);
          await page.locator(`[data-person="${person}"]`).click();
          await expect(page.locator('main[data-verdict]')).toBeVisible();
          expect.soft(await seriousViolations(page), person).toEqual([]);
        }
        for (const path of ['/callback?code=x&state=forged', '/go/nowhere', '/r/nothing']) {
          await page.goto(origin + path);
          expect.soft(await seriousViolations(page), path).toEqual([]);
        }
      });
    });
  }
}
