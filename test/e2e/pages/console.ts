/** The console as an operator sees it: the screens and the desk. */
import type { Page } from '@playwright/test';
import type { ConsoleScreen } from '#shared/model/host.ts';
import { readCode } from './camera.ts';

export type Console = ReturnType<typeof createConsole>;

export function createConsole(page: Page) {
  const rows = page.getByTestId('scan-row');
  const qr = page.getByTestId('qr');
  return {
    page,
    qr,
    rows,
    feed: page.getByTestId('feed'),
    announcement: page.getByTestId('announcement'),
    /** Where phones come back to while nobody has set a public URL; the header shows it. */
    callbackUrl: page.locator('.shell-callback code'),
    /** As a person does who was given the token: paste it. */
    async signIn(consoleUrl: string, token: string): Promise<void> {
      await page.goto(consoleUrl);
      await page.locator('input[name=token]').fill(token);
      await page.getByRole('button').click();
    },
    /** `scanned`, `followed`, `not-followed` or `unknown`. */
    count: (name: string) => page.getByTestId(`count-${name}`),
    rowsWith: (verdict: string) => page.locator(`[data-testid="scan-row"][data-verdict="${verdict}"]`),
    /** A screen's title, while it shows. */
    screen: (title: string) => page.getByRole('heading', { level: 1, name: title }),
    /** By the address, as a link within the page does: the desktop's page can go nowhere else. */
    async open(screen: ConsoleScreen): Promise<void> {
      await page.locator('#main').waitFor();
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${screen}`);
    },
    /** Waits for the code to be drawn, then reads it from a screenshot of the whole window. */
    async scanFromScreen(): Promise<string> {
      await qr.locator('svg').waitFor();
      const link = readCode(await page.screenshot());
      if (link === null) throw new Error('no QR code can be read from the screen');
      return link;
    },
  };
}
