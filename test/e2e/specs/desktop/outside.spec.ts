/** What leaves the window: web links go to the system's browser, everything else goes nowhere. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../fixtures/desktop.ts';

/** Replaces the way out; answers what went there since. */
async function watchOutside(app: ElectronApplication): Promise<() => Promise<string[]>> {
  const opened = await app.evaluateHandle(({ shell }) => {
    const addresses: string[] = [];
    shell.openExternal = async (address) => void addresses.push(address);
    return addresses;
  });
  return () => opened.jsonValue();
}

test('“be a phone” opens in the system’s browser, and no window is opened here', async ({
  desktop: { app, page },
  console: desk,
}) => {
  const outside = await watchOutside(app);
  const link = await desk.scanFromScreen();
  const before = page.url();
  await page.getByRole('link', { name: '扮演一部手机' }).click();
  await expect.poll(outside).toEqual([link]);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toBe(before);
});

test('only web addresses leave, and none opens a window', async ({
  desktop: { app, page },
  console: desk,
}) => {
  const outside = await watchOutside(app);
  await expect(desk.qr).toBeVisible();
  await page.evaluate(() => {
    for (const address of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'followdesk://console/',
      'smb://host/share',
      'https://mp.weixin.qq.com@evil.example/',
      'https://mp.weixin.qq.com/',
    ]) {
      window.open(address);
    }
  });
  await expect.poll(outside).toEqual(['https://mp.weixin.qq.com/']);
  expect(app.windows()).toHaveLength(1);
  await expect(desk.qr).toBeVisible();
});
