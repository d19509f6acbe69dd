/** A visitor's phone: what it opens, whom it is, what its page says. */
import type { Page } from '@playwright/test';

/** A phone as WeChat's browser shows itself. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50.2701 NetType/WIFI Language/zh_CN',
};

export type Person = 'follower' | 'stranger' | 'declines' | 'snapshot' | 'new';

export type Phone = ReturnType<typeof createPhone>;

export function createPhone(page: Page) {
  return {
    page,
    /** Opens what the QR code says. */
    open: (link: string) => page.goto(link),
    /** Chooses who to be on the simulator's authorize page. */
    be: (person: Person) => page.locator(`[data-person="${person}"]`).click(),
    /** The verdict on the result page. */
    verdict: page.locator('main[data-verdict]'),
    heading: page.getByRole('heading', { level: 1 }),
    /** WeChat's own error page, by the number it shows. */
    wechatError: (code: number) => page.locator(`[data-errcode="${code}"]`),
    scanAgain: page.getByRole('link', { name: /重新扫码|Scan again/ }),
    checkAgain: page.getByRole('button', { name: /我已关注|I have followed/ }),
    /** Follows the account on the simulator's page, in another tab, as a visitor would in WeChat. */
    async follow(accountPage: string, person: Person): Promise<void> {
      const other = await page.context().newPage();
      await other.goto(accountPage);
      await other.locator(`[data-follow="${person}"]`).click();
      // Chromium forgets to close a page that is still going somewhere.
      await other.locator(`[data-unfollow="${person}"]`).waitFor();
      await other.close();
    },
    followLink: page.locator('a[href*="/phone/account/"]'),
  };
}
