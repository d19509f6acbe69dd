/** The venue's network dies and comes back: nobody is lost, everybody is told, and nobody has to do anything. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { openDoor, useWeChat } from '../fixtures/wechat.ts';
import { createLiveScans } from '../pages/live-scans.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('WeChat falls silent in a rush and answers again', async ({ console: desk, wechat, phone }) => {
  const live = createLiveScans(desk.page);
  await openDoor(desk, wechat);
  const link = await desk.scanFromScreen();
  const scan = async (person: 'follower' | 'stranger' | 'new') => {
    const visitor = await phone();
    await visitor.page.clock.install();
    await visitor.open(link);
    await visitor.be(person);
    return visitor;
  };

  await test.step('while all is well the line says so', async () => {
    await expect((await scan('follower')).heading).toContainText('已关注');
    await expect(live.network).toHaveAttribute('data-mood', 'well');
    await expect(live.network).toContainText(/上次应答 \d\d:\d\d（约 \d+ 毫秒）/);
  });

  // Two at different stages: of one WeChat said who it is before it fell silent, of the other nothing.
  wechat.faults.on('reset', { paths: ['/cgi-bin/*'] });
  const known = await scan('stranger');
  await expect(known.heading).toContainText('未知');
  wechat.faults.on('reset');
  const unheard = await scan('new');
  for (const { page, heading } of [known, unheard]) {
    await expect(heading).toContainText('未知');
    await expect(page.getByRole('status')).toContainText('扫码已记下，正在自动重试');
  }

  await test.step('the desk says since when, who waits, what is promised, and goes on', async () => {
    await expect(live.network).toHaveAttribute('data-mood', 'silent');
    await expect(live.network).toContainText(/\d\d:\d\d 起微信没有应答/);
    await expect(live.network).toContainText('2 次扫码在等结果');
    await expect(live.network).toContainText(/上次应答 \d\d:\d\d/);
    await expect(desk.rowsWith('unknown')).toHaveCount(2);
    await expect(desk.count('scanned')).toHaveText('3');
    await live.network.press('Enter');
    await expect(live.promise).toContainText('每次扫码都先存进运行关注台的电脑，再告诉手机');
    await live.promise.getByRole('button', { name: '现在问一次' }).click();
    await expect(live.promise).toContainText('微信没有应答。');
    await live.press('Escape');
    await expect(live.promise).toBeHidden();
  });

  await test.step('a phone that has waited for minutes waits on', async () => {
    await unheard.page.clock.fastForward('02:30');
    await expect(unheard.page.getByRole('status')).toHaveText(/^还没有结果，会继续自动重试/);
  });

  await test.step('the network is back: both are answered by themselves, here and on their phones', async () => {
    wechat.faults.off();
    await expect(known.heading).toContainText('未关注');
    await expect(unheard.verdict).not.toHaveAttribute('data-verdict', 'unknown');
    await expect(desk.rowsWith('unknown')).toHaveCount(0);
    await expect(live.network).toHaveAttribute('data-mood', 'well');
    await expect(desk.count('scanned')).toHaveText('3');
  });
});
