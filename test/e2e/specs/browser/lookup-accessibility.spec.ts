/** axe finds no serious violation where people are looked up, in both themes and both languages. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { createLookupScreen } from '../../pages/lookup.ts';

const BATCH = '/cgi-bin/user/info/batchget';

for (const locale of ['zh-CN', 'en-US']) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${locale} ${theme}`, () => {
      test.use({ locale, colorScheme: theme });

      test('the box, the answers, a card and the history', async ({ machine, wechat }) => {
        test.slow();
        const crowd = wechat.people.addMany(120);
        const { host, console: desk } = await machine();
        await giveAccount({ host }, wechat);
        const { page } = desk;
        const lookup = createLookupScreen(page);
        const look = async (at: string) => expect.soft(await seriousViolations(page), at).toEqual([]);
        await page.reload();
        await desk.open('lookup');
        const box = page.locator('.openid-box');
        await box.waitFor();
        await look('nothing asked yet');
        await box
          .locator('textarea')
          .first()
          .fill([...crowd, crowd[0], 'nobody'].join('\n'));
        await box.locator('.openid-box-said button').last().click();
        await page.locator('.dropped').waitFor();
        await look('what is left out');
        await page.keyboard.press('Escape');
        wechat.faults.answer({ path: BATCH, errcode: 45011 });
        await box.locator('textarea').first().press('Control+Enter');
        await page.locator('[data-state=waiting]').waitFor();
        await look('waiting');
        wechat.faults.off();
        await page.locator('.lookup-progress button').first().click();
        await page.locator('.lookup-progress').waitFor({ state: 'detached' });
        await lookup.rows.first().waitFor();
        await look('the answers');
        await lookup.rows.first().getByRole('button').last().click();
        await page.locator('.ant-drawer .person').waitFor();
        for (const help of await page.locator('.person-help').all()) await help.click();
        await page.locator('.person-raw summary').click();
        await look('a card');
        await lookup.close();
        await page.locator('.ant-drawer').waitFor({ state: 'hidden' });
        await box
          .locator('textarea')
          .first()
          .fill(wechat.people.find('follower')?.openid ?? '');
        await page.keyboard.press('Enter');
        await page.locator('.single-person .person').waitFor();
        await look('one person');
        await page.locator('.lookup-head a').click();
        await lookup.history.nth(1).waitFor();
        await look('the history');
      });
    });
  }
}
