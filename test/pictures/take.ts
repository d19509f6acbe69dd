/** Takes the README's pictures from the running app: `npm run pictures`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { startSimulator } from '#simulator/platform.ts';
import { APP_ID, APP_SECRET } from '../e2e/pages/accounts.ts';
import { createBoardPage } from '../e2e/pages/board.ts';
import { createConsole } from '../e2e/pages/console.ts';
import { createPhone, type Person, PHONE } from '../e2e/pages/phone.ts';
import { chromiumOptions } from '../support/chromium.ts';
import { type HeadlessHost, startHeadlessHost } from '../support/headless-host.ts';

const CONSOLE = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2, locale: 'zh-CN' };
const VISITORS: Person[] = ['new', 'follower', 'declines', 'new', 'stranger', 'follower'];

function picture(name: string): string {
  return join(import.meta.dirname, `${name}.png`);
}

/** The step where most people are stuck: WeChat does not let this machine in yet. */
async function takeGuide(browser: Browser): Promise<void> {
  const wechat = await startSimulator({
    apps: [{ appId: APP_ID, appSecret: APP_SECRET, name: '晨光书店', ipWhitelist: [] }],
  });
  await withHost([], async (host) => {
    const created = await host.api('/api/accounts', {
      method: 'POST',
      body: {
        name: '晨光书店',
        kind: 'service',
        appId: APP_ID,
        appSecret: APP_SECRET,
        apiBaseUrl: wechat.url,
        authorizeBaseUrl: wechat.url,
      },
    });
    const { id } = (await created.json()) as { id: string };
    const page = await browser.newPage(CONSOLE);
    await createConsole(page).signIn(host.consoleUrl, host.consoleToken);
    await page.locator('#main').waitFor();
    await page.evaluate((place) => {
      location.hash = place;
    }, `#/accounts/${id}/setup/whitelist`);
    await page.getByText('203.0.113.7').first().waitFor();
    await page.screenshot({ path: picture('guide'), animations: 'disabled' });
    await page.close();
  });
  await wechat.close();
}

async function takeDesk(browser: Browser, host: HeadlessHost): Promise<void> {
  const page = await browser.newPage(CONSOLE);
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

/** After the desk's visitors, at two doors. */
async function takeBoard(browser: Browser, host: HeadlessHost): Promise<void> {
  const { items } = (await (await host.api('/api/accounts')).json()) as { items: { id: string }[] };
  await host.api('/api/entries', {
    method: 'POST',
    body: { accountId: items[0]?.id, name: '东门 East gate' },
  });
  await host.api('/api/board/settings', { method: 'PATCH', body: { title: '晨光书店 · 开放日签到' } });
  const { key } = (await (await host.api('/api/board/key', { method: 'POST' })).json()) as { key: string };
  const page = await browser.newPage({ ...CONSOLE, deviceScaleFactor: 1 });
  await page.goto(`${host.consoleUrl}/board#key=${key}&lang=zh-CN&theme=dark`);
  await createBoardPage(page).latest.first().waitFor();
  await page.screenshot({ path: picture('board'), animations: 'disabled' });
}

async function withHost(args: string[], work: (host: HeadlessHost) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'followdesk-pictures-'));
  const host = await startHeadlessHost(['--data-dir', folder, ...args]);
  try {
    await work(host);
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await chromium.launch(chromiumOptions());
try {
  await withHost(['--sandbox'], async (host) => {
    await takeDesk(browser, host);
    await takeBoard(browser, host);
  });
  await takeGuide(browser);
} finally {
  await browser.close();
}
