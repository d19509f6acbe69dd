/** The rush at the door, worked through without touching the mouse. */
import { expect, test } from '../fixtures/test.ts';
import { createLiveScans } from '../pages/live-scans.ts';

test('an entry is picked, a scan annulled and counted again, the sound muted: all by keys', async ({
  console: desk,
  phone,
}) => {
  const live = createLiveScans(desk.page);
  await test.step('what is typed into a field is typed, and does nothing else', async () => {
    await live.addEntry('bmn 1');
    await expect(live.sounds).toHaveAttribute('aria-pressed', 'true');
    await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('entries by number and one after another', async () => {
    await live.press('1');
    await expect(live.entry).toContainText('演示入口');
    await expect(desk.announcement).toContainText('演示入口');
    await live.press('n');
    await expect(live.entry).toContainText('bmn 1');
    await live.press('p');
    await expect(live.entry).toContainText('演示入口');
  });

  for (const person of ['follower', 'stranger'] as const) {
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be(person);
    await expect(visitor.heading).toBeVisible();
  }
  await expect(desk.rows).toHaveCount(2);
  await expect(desk.announcement).toContainText('未关注');

  await test.step('the rows take the focus, one after another', async () => {
    // A switch that was clicked keeps its arrows, and only those.
    await desk.page.getByText('全部入口').click();
    await expect(desk.rows).toHaveCount(2);
    await live.press('f');
    await expect(desk.rows.nth(0)).toBeFocused();
    await live.press('j');
    await expect(desk.rows.nth(1)).toBeFocused();
    await live.press('ArrowUp');
    await expect(desk.rows.nth(0)).toBeFocused();
  });

  await test.step('annulled with a reason, out of the counts at once, and counted again', async () => {
    const row = desk.rows.nth(0);
    await live.press('a');
    await expect(live.reasons.first()).toBeFocused();
    await live.press('Enter');
    await expect(row).toContainText('已作废：误扫');
    await expect(row).toBeFocused();
    await expect(desk.announcement).toHaveText('已作废：误扫');
    await expect(desk.count('scanned')).toHaveText('1');
    await expect(desk.count('not-followed')).toHaveText('0');
    await expect(live.undoOf(row)).toBeVisible();
    await live.press('Escape', 'u');
    await expect(row).not.toContainText('已作废');
    await expect(desk.announcement).toHaveText('已恢复计入');
    await expect(desk.count('scanned')).toHaveText('2');
  });

  await test.step('a reason in own words', async () => {
    await live.press('f', 'a');
    await expect(live.reasons.first()).toBeFocused();
    await live.press('ArrowUp');
    await expect(live.reasons.last()).toBeFocused();
    await live.press('Enter');
    await expect(desk.page.getByRole('textbox', { name: '其他原因' })).toBeFocused();
    await desk.page.keyboard.type('借来的手机');
    await live.press('Enter');
    await expect(desk.rows.nth(0)).toContainText('已作废：借来的手机');
  });

  await test.step('muted, and still so after a reload', async () => {
    await live.press('m');
    await expect(live.sounds).toHaveAttribute('aria-pressed', 'false');
    await desk.page.reload();
    await expect(desk.rows).toHaveCount(2);
    await expect(live.sounds).toHaveAttribute('aria-pressed', 'false');
    await expect(live.undoOf(desk.rows.nth(0))).toBeVisible();
  });

  await test.step('who does not know the keys asks for them', async () => {
    await live.press('?');
    await expect(live.shortcuts).toContainText('作废这一行');
    await live.press('Escape');
    await expect(live.shortcuts).toBeHidden();
  });
});

test('somebody who was here before is told apart, at whichever entry', async ({ console: desk, phone }) => {
  for (const entry of ['演示入口', '西门']) {
    if (entry === '西门') await createLiveScans(desk.page).addEntry(entry);
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(desk.rowsWith('followed')).toHaveCount(1);
    await expect(desk.rows.filter({ hasText: /再次扫码 · 首次 \d\d:\d\d/ })).toHaveCount(
      entry === '西门' ? 1 : 0,
    );
  }
});
