/** Personal data: masked on every screen at once, gone when it is old, and gone everywhere when somebody asks. */
import { filesContaining } from '../../support/files-under.ts';
import { keepOldScans } from '../../support/old-scans.ts';
import { scanAs } from '../fixtures/scan-as.ts';
import { expect, test } from '../fixtures/test.ts';
import { createFollowersScreen } from '../pages/followers.ts';
import { createLookupScreen } from '../pages/lookup.ts';
import { createPrivacy } from '../pages/privacy.ts';

test('masking is one switch for the desk, the look-up, the followers and the records', async ({
  console: desk,
  phone,
}) => {
  test.slow();
  const { page } = desk;
  const records = await scanAs(desk, phone, ['follower']);
  const openid = await records.openidOf(0);
  const privacy = createPrivacy(page);
  const lookup = createLookupScreen(page);
  const followers = createFollowersScreen(page);
  await desk.open('lookup');
  await lookup.paste(openid);
  await lookup.start.click();
  await expect(lookup.card).toBeVisible();
  const lookedUp = await page.evaluate(() => location.hash);
  await desk.open('followers');
  await followers.startFirst.click();
  await expect(followers.rows).toHaveCount(1);

  /** Whether a screen, with a card or a drawer open on it, has the openid anywhere: text, titles, names, links. */
  async function told(): Promise<Record<string, boolean>> {
    const found: Record<string, boolean> = {};
    const look = async (screen: string) => {
      found[screen] = (await page.content()).includes(openid);
    };
    await desk.open('desk');
    await desk.rows.first().waitFor();
    await look('desk');
    await desk.open('records');
    await records.open(0);
    await records.details.getByText('共扫码').waitFor();
    await look('records');
    await records.close();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, lookedUp);
    await lookup.card.waitFor();
    await look('lookup');
    await desk.open('followers');
    await followers.open(0);
    await followers.card.waitFor();
    await look('followers');
    await followers.close();
    return found;
  }

  expect(await told()).toEqual({ desk: false, records: false, lookup: false, followers: false });
  await desk.open('settings');
  await privacy.mask.click();
  await expect(privacy.mask).not.toBeChecked();
  expect(await told()).toEqual({ desk: true, records: true, lookup: true, followers: true });
  await desk.open('settings');
  await privacy.mask.click();
  await expect(privacy.mask).toBeChecked();
  expect(await told()).toEqual({ desk: false, records: false, lookup: false, followers: false });
});

const OLD = ['oLongAgo00000000000000000001', 'oLongAgo00000000000000000002'];

const withOldScans = test.extend({
  folder: async ({ folder }, use) => {
    await keepOldScans(folder, OLD, Date.now() - 40 * 24 * 3600 * 1000);
    await use(folder);
  },
});

withOldScans('old scans go at once, after it was said how many', async ({ console: desk }) => {
  const privacy = createPrivacy(desk.page);
  await desk.open('settings');
  await privacy.keepOnly(60);
  await expect(privacy.question).toContainText('现在没有更早的记录');
  await privacy.cancel.click();
  await privacy.keepOnly(30);
  await expect(privacy.question).toContainText('2 次扫码');
  await expect(privacy.question).toContainText('不能撤销');
  await privacy.confirm.click();
  await expect(privacy.keep).toContainText('现在只保留最近 30 天。');
  // A few at a time, after the setting is kept.
  const wouldGo = async () => {
    await privacy.keepOnly(20);
    const said = await privacy.question.textContent();
    await privacy.cancel.click();
    return said;
  };
  await expect.poll(wouldGo).toContain('现在没有更早的记录');
});

test('a person who is erased is nowhere: not on a screen, not in a file', async ({
  console: desk,
  phone,
  folder,
}) => {
  const { page } = desk;
  const records = await scanAs(desk, phone, ['follower', 'follower', 'stranger'], 'seat-7');
  const openid = await records.openidOf(1);
  await records.open(1);
  await records.note('老朋友');
  await records.close();
  await desk.open('lookup');
  const lookup = createLookupScreen(page);
  await lookup.paste(openid);
  await lookup.start.click();
  await expect(lookup.card).toBeVisible();
  expect(filesContaining(folder, openid)).not.toEqual([]);

  const privacy = createPrivacy(page);
  await desk.open('settings');
  await privacy.forget(openid);
  await expect(privacy.question).toContainText('扫码记录里的 openid、unionid 和参数');
  await expect(privacy.question).toContainText('不能恢复');
  await privacy.confirm.click();
  await expect(privacy.erase).toContainText('去掉身份的扫码 2 次，删除查询 1 行、粉丝 0 行、附注 1 条。');
  expect((await page.content()).includes(openid)).toBe(false);

  await desk.open('records');
  await expect(records.rows).toHaveCount(3);
  await expect(records.total('followed')).toHaveText('2');
  await expect(records.rows.filter({ hasText: '没有得到' })).toHaveCount(2);
  await expect(records.rows.filter({ hasText: 'seat-7' })).toHaveCount(1);
  expect((await page.content()).includes(openid)).toBe(false);
  await expect.poll(() => filesContaining(folder, openid)).toEqual([]);

  await desk.open('settings');
  await privacy.forget(openid);
  await privacy.confirm.click();
  await expect(privacy.erase).toContainText('这里没有任何关于这个 openid 的内容。');
});
