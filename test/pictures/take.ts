/** Takes the README's pictures from the running app: `npm run pictures`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { createConsole } from '../e2e/pages/console.ts';
import { createPhone, type Person, PHONE } from '../e2e/pages/phone.ts';
import { chromiumOptions } from '../support/chromium.ts';
import { type HeadlessHost, startHeadlessHost } from '../support/headless-host.ts';

const VISITORS: Person[] = ['new', 'follower', 'declines', 'new', 'stranger', 'follower'];

function picture(name: string): string {
  return join(import.meta.dirname, `${name}.png`);
}

async function takePictures(browser: Browser, host: HeadlessHost): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  });
  const desk = createConsole(page);
  await desk.signIn(host.consoleUrl, host.consoleToken);
  const link = await desk.scanFromScreen();
  for (const [index, person] of VISITORS.entries()) {
    const context = await browser.newContext({ ...PHONE, locale: 'zh-CN' });
    const phone = createPhone(await context.newPage());
    await phone.open(link);
    await phone.be(person);
    await desk.rows.nth(index).waitFor();
    if (index === VISITORS.length - 1) await phone.page.screenshot({ path: picture('phone') });
    await context.close();
  }
  await page.screenshot({ path: picture('desk'), animations: 'disabled' });
}

const folder = mkdtempSync(join(tmpdir(), 'followdesk-pictures-'));
const host = await startHeadlessHost(['--data-dir', folder, '--sandbox']);
const browser = await chromium.launch(chromiumOptions());
try {
  await takePictures(browser, host);
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}
