/** axe finds no serious violation in the directory, its card and its dialogs, in both themes and both languages. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { createFollowersScreen } from '../../pages/followers.ts';

for (const locale of ['zh-CN', 'en-US']) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${locale} ${theme}`, () => {
      test.use({ locale, colorScheme: theme });

      test('the directory', async ({ machine, wechat }) => {
        wechat.people.addMany(60, { followEvery: 1 });
        const { host, console: desk } = await machine();
        const { accountId } = await giveAccount({ host }, wechat);
        const { page } = desk;
        const followers = createFollowersScreen(page);
        const look = async (at: string) => expect.soft(await seriousViolations(page), at).toEqual([]);
        await page.reload();
        await desk.open('followers');
        await page.locator('.first-sync').waitFor();
        await look('before the first sync');
        await host.api('/api/followers/sync', { method: 'POST', body: { accountId } });
        await followers.rows.first().waitFor();
        await followers.select(0);
        await look('the list');
        await followers.open(1);
        await page.locator('.person').waitFor();
        await look('a card');
        await followers.close();
        await page.locator('.ant-drawer').waitFor({ state: 'hidden' });
        await page.locator('.followers-actions button').first().click();
        await followers.tagRows.first().waitFor();
        await look('the tags');
      });
    });
  }
}
