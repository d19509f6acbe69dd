/** The console as an operator sees it: the screens and the desk. */
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

export type Console = ReturnType<typeof createConsole>;

/** What a phone's camera would read from these pixels. */
function decode(screenshot: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(screenshot);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

export function createConsole(page: Page) {
  const rows = page.getByTestId('scan-row');
  const qr = page.getByTestId('qr');
  return {
    page,
    qr,
    rows,
    feed: page.getByTestId('feed'),
    announcement: page.getByTestId('announcement'),
    /** As a person does who was given the token: paste it. */
    async signIn(consoleUrl: string, token: string): Promise<void> {
      await page.goto(consoleUrl);
      await page.locator('input[name=token]').fill(token);
      await page.getByRole('button').click();
    },
    /** `scanned`, `followed`, `not-followed` or `unknown`. */
    count: (name: string) => page.getByTestId(`count-${name}`),
    rowsWith: (verdict: string) => page.locator(`[data-testid="scan-row"][data-verdict="${verdict}"]`),
    open: (screen: 'desk' | 'accounts' | 'settings') =>
      page.goto(`${new URL(page.url()).origin}/#/${screen}`),
    /** Waits for the code to be drawn, then reads it from a screenshot of the whole window. */
    async scanFromScreen(): Promise<string> {
      await qr.locator('svg').waitFor();
      const link = decode(await page.screenshot());
      if (link === null) throw new Error('no QR code can be read from the screen');
      return link;
    },
  };
}
