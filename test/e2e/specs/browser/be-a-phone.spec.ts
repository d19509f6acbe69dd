/** Being the phone oneself. In the browser only: the desktop hands the link to the system's browser (see desktop/outside). */
import { expect, test } from '../../fixtures/test.ts';

test('“be a phone” needs no phone at all', async ({ console: desk }) => {
  const popup = desk.page.waitForEvent('popup');
  await desk.page.getByRole('link', { name: '扮演一部手机' }).click();
  const phonePage = await popup;
  await phonePage.locator('[data-person="follower"]').click();
  await expect(phonePage.getByRole('heading', { level: 1 })).toContainText('已关注');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});
