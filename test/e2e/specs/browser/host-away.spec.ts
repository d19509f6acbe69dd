/** The console's own way to its host is cut: it says so instead of showing what was true, and catches up afterwards. */
import { expect, test } from '../../fixtures/test.ts';
import { createLiveScans } from '../../pages/live-scans.ts';

test('a desk that is cut off says so, and has everything once it is back', async ({
  console: desk,
  phone,
}) => {
  const live = createLiveScans(desk.page);
  const link = await desk.scanFromScreen();
  const visitor = await phone();
  await visitor.open(link);
  await visitor.be('follower');
  await expect(desk.rows).toHaveCount(1);
  await expect(live.network).toHaveAttribute('data-mood', 'well');

  await desk.page.context().setOffline(true);
  await expect(live.network).toHaveAttribute('data-mood', 'lost');
  await expect(live.network).toContainText('与关注台的连接断了，正在重连');
  await expect(desk.announcement).toContainText('与关注台的连接断了');
  await expect(desk.rows).toHaveCount(1);
  const meanwhile = await phone();
  await meanwhile.open(link);
  await meanwhile.be('stranger');
  await expect(meanwhile.heading).toContainText('未关注');

  await desk.page.context().setOffline(false);
  await expect(desk.rowsWith('not_followed')).toHaveCount(1);
  await expect(live.network).toHaveAttribute('data-mood', 'well');
  await expect(desk.count('scanned')).toHaveText('2');
});
