/** The directory: read from WeChat, searched, changed here and there, and read again to see who came and left. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { useWeChat } from '../fixtures/wechat.ts';
import { createAccountsScreen } from '../pages/accounts.ts';
import type { Console } from '../pages/console.ts';
import { createFollowersScreen } from '../pages/followers.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

async function openDirectory(desk: Console, wechat: Simulator) {
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
  await desk.open('followers');
  return createFollowersScreen(desk.page);
}

test('a first sync, a search, a tag, a remark, and what a second sync finds changed', async ({
  console: desk,
  wechat,
}) => {
  const crowd = wechat.people.addMany(120, { followEvery: 1 });
  const followers = await openDirectory(desk, wechat);

  await test.step('nothing is shown before everybody is read', async () => {
    await expect(desk.page.getByText('还没有粉丝名单')).toBeVisible();
    await followers.startFirst.click();
    await expect(followers.total).toHaveText('121 人');
    await expect(followers.asOf).toContainText('名单截至');
    await expect(desk.page.getByText('再同步一次')).toBeVisible();
  });

  await test.step('searched and filtered, as the address keeps it', async () => {
    await followers.search('老会');
    await expect(followers.total).toHaveText('1 人');
    await expect(followers.rows).toHaveCount(1);
    await followers.reset();
    await followers.choose('标签', '会员');
    await expect(followers.total).toHaveText('25 人');
    await desk.page.reload();
    await expect(followers.total).toHaveText('25 人');
    await followers.reset();
    await followers.choose('来源', '支付后关注');
    await expect(followers.total).toHaveText('13 人');
    await followers.search('nobody');
    await expect(desk.page.getByText('没有符合条件的粉丝')).toBeVisible();
    await followers.reset();
    await expect(followers.total).toHaveText('121 人');
  });

  await test.step('a remark and a tag are at WeChat when the card says so', async () => {
    await followers.open(0);
    await followers.remark('王老师');
    await expect(followers.card.getByText('已写到微信')).toBeVisible();
    const newest = crowd.at(-1) ?? '';
    expect(wechat.people.find(newest)?.remark).toBe('王老师');
    await followers.addTag('现场签到');
    await expect(followers.card.getByText('现场签到')).toBeVisible();
    await followers.takeTagOff('会员');
    await expect(followers.card.getByText('会员')).toBeHidden();
    expect(wechat.people.find(newest)?.tagIds).toEqual([101]);
    await followers.close();
    await expect(followers.rows.first()).toContainText('王老师');
    await expect(followers.rows.first().getByRole('checkbox')).toBeFocused();
  });

  await test.step('a range is tagged, whoever is refused is named', async () => {
    const full = wechat.people.find(crowd.at(-4) ?? '');
    if (full) full.tagIds = Array.from({ length: 20 }, (_, index) => 200 + index);
    await followers.select(1);
    await followers.select(4, true);
    await expect(followers.selected).toContainText('已选 4 人');
    await followers.tagSelected('现场签到');
    await expect(followers.dialog).toContainText('“现场签到”已打给 3 人');
    await expect(followers.refused).toHaveCount(1);
    await expect(followers.refused).toContainText('45059');
    await followers.closeReport();
    await expect(followers.rows.nth(2)).toContainText('现场签到');
    await expect(followers.rows.nth(3)).not.toContainText('现场签到');
  });

  await test.step('the second sync', async () => {
    for (const gone of crowd.slice(0, 3)) wechat.people.unfollow(gone);
    wechat.people.follow('stranger');
    await followers.syncAgain.click();
    await expect(followers.change('走了')).toHaveText('走了 3');
    await expect(followers.change('新来')).toHaveText('新来 1');
    await expect(followers.total).toHaveText('119 人');
    await followers.change('走了').click();
    await expect(followers.rows).toHaveCount(3);
    await followers.open(0);
    await expect(desk.page.getByText('这个人已经不关注了')).toBeVisible();
    await expect(followers.card.getByRole('button', { name: '修改备注名' })).toHaveCount(0);
  });
});

test('a sync that WeChat holds up says until when, outlasts the screen, and tries again when told to', async ({
  console: desk,
  wechat,
}) => {
  const followers = await openDirectory(desk, wechat);
  wechat.faults.on('quota');
  await followers.startFirst.click();
  await expect(followers.sync).toHaveAttribute('data-state', 'waiting');
  await expect(followers.sync).toContainText(/正在等微信，.*\d\d:\d\d 自动继续/);
  await expect(followers.sync).toContainText('45009');
  await desk.open('desk');
  await desk.open('followers');
  await expect(followers.sync).toHaveAttribute('data-state', 'waiting');
  await followers.pause.click();
  await expect(followers.sync).toContainText('同步已暂停');
  wechat.faults.off();
  await followers.goOn.click();
  await expect(followers.total).toHaveText('1 人');
});

test('a sync that fails says why and goes on; the list before it stays, with its time', async ({
  console: desk,
  wechat,
}) => {
  const followers = await openDirectory(desk, wechat);
  await followers.startFirst.click();
  await expect(followers.total).toHaveText('1 人');
  wechat.people.follow('stranger');
  wechat.faults.answer({ path: '/cgi-bin/user/get', errcode: 48001 });
  await followers.syncAgain.click();
  await expect(followers.sync).toHaveAttribute('data-state', 'failed');
  await expect(followers.sync).toContainText('48001');
  await expect(followers.asOf).toContainText('之后的一次同步没有读完');
  await expect(followers.total).toHaveText('1 人');
  wechat.faults.off();
  await followers.goOn.click();
  await expect(followers.total).toHaveText('2 人');
  await expect(followers.sync).toBeHidden();
});

test('tags are created, renamed and removed at WeChat; its own stay', async ({ console: desk, wechat }) => {
  const followers = await openDirectory(desk, wechat);
  await followers.startFirst.click();
  await expect(followers.tagsOf(0)).toHaveText('星标组会员');
  await followers.manageTags();
  await expect(followers.tagRows.filter({ hasText: '星标组' })).toContainText('微信自带');
  await followers.createTag('会员');
  await expect(followers.dialog).toContainText('已有这个名字的标签');
  await followers.createTag('展会');
  await expect(followers.tagRows.filter({ hasText: '展会' })).toContainText('0 人');
  await followers.renameTag('展会', '秋季展会');
  await expect(followers.tagRows.filter({ hasText: '秋季展会' })).toBeVisible();
  await followers.removeTag('会员');
  await expect(followers.tagRows.filter({ hasText: '会员' })).toHaveCount(0);
  await followers.close();
  await expect(followers.tagsOf(0)).toHaveText('星标组');
  expect(wechat.people.find('follower')?.tagIds).toEqual([2]);
});

test('keys go from row to row far out of sight, select a range and open a card', async ({
  console: desk,
  wechat,
}) => {
  wechat.people.addMany(1_200, { followEvery: 1 });
  const followers = await openDirectory(desk, wechat);
  await followers.startFirst.click();
  await expect(followers.total).toHaveText('1,201 人');
  const { keyboard } = desk.page;
  const box = (row: number) => desk.page.getByRole('checkbox', { name: `选中第 ${row} 行`, exact: true });
  await box(1).focus();
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown']) await keyboard.press(key);
  await expect(followers.selected).toContainText('已选 2 人');
  await expect(box(3)).toBeFocused();
  await expect(async () => {
    await keyboard.press('End');
    await expect(box(1_201)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await keyboard.press('Enter');
  await expect(followers.card).toContainText('老会员');
  await followers.close();
  await expect(box(1_201)).toBeFocused();
  await keyboard.press('Home');
  await expect(box(1)).toBeFocused();
  await expect(followers.selected).toContainText('已选 2 人');
});
