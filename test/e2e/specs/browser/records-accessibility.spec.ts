/** axe finds no serious violation in the records, an opened scan, the export and the paper, in each theme and language. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { scanAs } from '../../fixtures/scan-as.ts';
import { expect, test } from '../../fixtures/test.ts';

for (const [locale, colorScheme] of [
  ['zh-CN', 'light'],
  ['en-US', 'dark'],
] as const) {
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('the records', async ({ console: desk, phone }) => {
      test.slow();
      const records = await scanAs(desk, phone, ['follower', 'stranger', 'declines']);
      const { page } = desk;
      const look = async (at: string) => expect.soft(await seriousViolations(page), at).toEqual([]);
      await page.locator('.chart-bar path').first().waitFor();
      await look('the charts and the list');
      await page.locator('.charts .ant-segmented-item').last().click();
      await page.locator('.chart-scroll').first().waitFor();
      await look('the tables');
      await records.rows.nth(2).getByRole('button').first().click();
      await page.locator('.details-lines').waitFor();
      await page.locator('.details > div > .ant-btn').click();
      await look('an opened scan');
      await page.keyboard.press('Escape');
      await expect(records.details).toBeHidden();
      await page.locator('.records-actions button').first().click();
      await records.startExport.waitFor();
      await look('the export');
      await page.keyboard.press('Escape');
      await expect(records.exportDialog).toBeHidden();
      await page.locator('.records-actions button').last().click();
      await page.locator('.print input[type=checkbox]').first().check();
      await page.locator('.paper-list').waitFor();
      await look('the paper');
    });
  });
}
