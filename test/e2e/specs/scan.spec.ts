/** The main job as a visitor and an operator live it: screen → camera → phone → verdict on both. */
import { expect, test } from '../fixtures/test.ts';

test('a follower scans the screen and both sides see 已关注', async ({ console: desk, phone }) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
  await expect(visitor.heading).toContainText('已关注');
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows.first()).toContainText('已关注');
  await expect(desk.count('scanned')).toHaveText('1');
  await expect(desk.count('followed')).toHaveText('1');
  await expect(desk.announcement).toContainText('已关注');
});

test('a stranger sees 未关注, follows, checks again, and the desk’s row turns green', async ({
  console: desk,
  phone,
}) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('stranger');
  await expect(visitor.heading).toContainText('未关注');
  await expect(desk.rowsWith('not_followed')).toHaveCount(1);
  await visitor.follow((await visitor.followLink.getAttribute('href')) ?? '', 'stranger');
  await visitor.checkAgain.click();
  await expect(visitor.heading).toContainText('已关注');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
  await expect(desk.rowsWith('not_followed')).toHaveCount(0);
  await expect(desk.count('scanned')).toHaveText('1');
  await expect(desk.count('not-followed')).toHaveText('0');
});

test('the code on screen itself, without the short link, works as well', async ({ console: desk, phone }) => {
  await desk.page.getByText('授权链接').click();
  await expect(desk.qr).toHaveAttribute('data-link', /connect\/oauth2\/authorize/);
  const link = await desk.scanFromScreen();
  expect(link).toMatch(
    /\?appid=.*&redirect_uri=.*&response_type=code&scope=.*&state=[a-z0-9]+#wechat_redirect$/,
  );
  const visitor = await phone();
  await visitor.open(link);
  await visitor.be('follower');
  await expect(visitor.heading).toContainText('已关注');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
});

test('who declines, and who is on a snapshot page, is 未知 with what to do', async ({
  console: desk,
  phone,
}) => {
  for (const person of ['declines', 'snapshot'] as const) {
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be(person);
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'unknown');
  }
  await expect(desk.rowsWith('unknown')).toHaveCount(2);
  await expect(desk.count('unknown')).toHaveText('2');
});

test('back and refresh on the phone are safe: one scan, the same page', async ({ console: desk, phone }) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(visitor.heading).toContainText('已关注');
  expect(visitor.page.url()).not.toMatch(/code|state/);
  await visitor.page.reload();
  await expect(visitor.heading).toContainText('已关注');
  await visitor.page.goBack();
  await visitor.page.goForward();
  await expect(visitor.heading).toContainText('已关注');
  await expect(desk.count('scanned')).toHaveText('1');
});

test('a desk that is reloaded still has its feed', async ({ console: desk, phone }) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rows).toHaveCount(1);
  await desk.page.reload();
  await expect(desk.rows).toHaveCount(1);
});
