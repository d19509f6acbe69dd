/** The first run of the desktop app: the sandbox is ready, and one phone later the desk has a row. */
import { expect, test } from '../../fixtures/desktop.ts';

test('a first run is ready to scan: code on screen, phone, verdict on both', async ({
  desktop: { app, page },
  console: desk,
  phone,
}) => {
  const link = await desk.scanFromScreen();
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/go\/[a-z2-7]{10}$/);
  await expect(page.getByText('沙盒 Sandbox')).toBeVisible();
  await expect(desk.rows).toHaveCount(0);

  const visitor = await phone();
  await visitor.open(link);
  await visitor.be('follower');
  await expect(visitor.heading).toContainText('已关注');
  await expect(desk.rowsWith('followed')).toHaveCount(1);
  await expect(desk.announcement).toContainText('已关注');

  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.getTitle(), window.isVisible()]),
  );
  expect(windows).toEqual([['前台 · 关注台 FollowDesk', true]]);
});
