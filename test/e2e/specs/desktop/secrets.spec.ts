/** An AppSecret goes in and never comes out: not over the wire, not into the page, not into a log, not onto the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/desktop.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';

const test = base.extend<{ wechat: Simulator }>({ wechat: useWeChat });

/** Files under a folder that hold these bytes. */
function filesWith(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(text));
}

test('the AppSecret is nowhere', async ({ desktop, console: desk, wechat, folder }) => {
  const { app, page } = desktop;
  await expect(desk.qr).toBeVisible();
  // Before the app takes the page's port, every answer on it is kept too; the page asks for it anew.
  const answers = await app.evaluateHandle(({ ipcMain }) => {
    const kept: string[] = [];
    ipcMain.prependListener('followdesk:connect', ({ ports: [port] }) => {
      const post = port?.postMessage.bind(port);
      if (!port || !post) return;
      port.postMessage = (message: unknown, transfer?: Electron.MessagePortMain[]) => {
        const text =
          message instanceof Uint8Array ? Buffer.from(message).toString() : JSON.stringify(message);
        kept.push(text);
        post(message, transfer);
      };
    });
    return kept;
  });
  await page.reload();

  await desk.open('accounts');
  const accounts = createAccountsScreen(page);
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
  wechat.faults.on('ipNotAllowed');
  await accounts.edit();
  await accounts.replaceSecret();
  await expect(page.getByText('本机 IP 不在白名单')).toBeVisible();
  await page.reload();
  await expect(page.getByText(APP_SECRET.slice(-4))).toBeVisible();
  await accounts.edit();
  await expect(accounts.form).toBeVisible();

  const inPage = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map(({ value }) => value),
    JSON.stringify({ ...localStorage, ...sessionStorage }),
  ]);
  expect(inPage.join('\n')).not.toContain(APP_SECRET);
  const spoken = (await answers.jsonValue()).join('\n');
  // The wire was listened to: the account's name is on it.
  expect(spoken).toContain('晨光书店');
  expect(spoken).not.toContain(APP_SECRET);

  await desktop.quit();
  expect(desktop.log()).not.toContain(APP_SECRET);
  expect(filesWith(folder, APP_SECRET)).toEqual([]);
  expect(filesWith(folder, 'listens')).toContain(join(folder, 'logs', 'followdesk.log'));
});
