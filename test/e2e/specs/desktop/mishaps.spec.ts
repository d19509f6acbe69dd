/** What goes wrong: a page that crashes comes back with its feed, and an error nobody foresaw is explained. */
import { expect, test } from '../../fixtures/desktop.ts';

test('a page that crashes comes back with its feed', async ({ desktop: { app }, console: desk, phone }) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(desk.rowsWith('followed')).toHaveCount(1);

  // Playwright gives a crashed page up for good, so the one that replaces it is asked through the app.
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
  const rows = () =>
    app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const asked = `document.querySelectorAll('[data-testid="scan-row"][data-verdict="followed"]').length`;
      return contents && !contents.isCrashed()
        ? contents.executeJavaScript(asked).catch(() => 'gone')
        : 'gone';
    });
  await desk.page.waitForEvent('crash');
  await expect.poll(rows).toBe(1);
  expect(app.windows()).toHaveLength(1);
});

test('an error nobody foresaw: a box in words, details to copy without secrets, and the app goes on', async ({
  desktop: { app },
  console: desk,
}) => {
  await expect(desk.qr).toBeVisible();
  const boxes = await app.evaluateHandle(({ dialog }) => {
    const shown: Electron.MessageBoxOptions[] = [];
    async function copyDetails(...args: unknown[]) {
      shown.push(args.at(-1) as Electron.MessageBoxOptions);
      return { response: 1, checkboxChecked: false };
    }
    dialog.showMessageBox = copyDetails as typeof dialog.showMessageBox;
    return shown;
  });
  await app.evaluate(() => {
    setImmediate(() => {
      throw new Error(
        'boom at https://api.weixin.qq.com/cgi-bin/token?secret=planted0secret0that0must0not0be0',
      );
    });
  });
  await expect.poll(async () => (await boxes.jsonValue()).length).toBe(1);
  const [box] = await boxes.jsonValue();
  expect(box?.message).toBe('关注台遇到了意外错误');
  expect(box?.buttons).toContain('复制详情');
  expect(box?.detail).toContain('followdesk.log');
  expect(JSON.stringify(box)).not.toContain('boom');

  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('boom at https://api.weixin.qq.com');
  expect(await copied()).not.toContain('planted0secret');
  await desk.open('settings');
  await expect(desk.screen('设置')).toBeVisible();
});
