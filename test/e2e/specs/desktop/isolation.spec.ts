/** The page is only a page: no Node in it, it goes nowhere, it may ask for nothing, and nobody else gets its wire. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '../../fixtures/desktop.ts';

interface Elsewhere {
  url: string;
  /** Paths that were asked for. */
  visits: string[];
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  elsewhere: async ({}, use) => {
    const visits: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      visits.push(url);
      if (url === '/redirect') response.writeHead(302, { location: '/landed' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>elsewhere</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits });
    server.closeAllConnections();
    server.close();
  },
});

test.beforeEach(async ({ console: desk }) => {
  await expect(desk.qr).toBeVisible();
});

test('nothing of Node or Electron is in the page', async ({ console: { page } }) => {
  const found = await page.evaluate(() =>
    ['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('the page cannot be led away', async ({ console: desk, elsewhere }) => {
  const { page } = desk;
  const before = page.url();
  await page.evaluate((url) => {
    location.href = `${url}/by-script`;
  }, elsewhere.url);
  await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: `${url}/by-link`, textContent: 'x' });
    document.body.append(link);
    link.click();
  }, elsewhere.url);
  await desk.open('settings');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  expect(page.url().split('#')[0]).toBe(before.split('#')[0]);
  expect(elsewhere.visits).toEqual([]);
});

test('nor by a server’s redirect', async ({ desktop: { app }, console: desk, elsewhere }) => {
  const refusal = await app.evaluate(
    ({ BrowserWindow }, url) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL(url)
        .then(
          () => 'loaded',
          (error: Error) => error.message,
        ),
    `${elsewhere.url}/redirect`,
  );
  expect(refusal).toContain('ERR_ABORTED');
  expect(elsewhere.visits).toEqual(['/redirect']);
  await expect(desk.qr).toBeVisible();
});

test('nothing is loaded from elsewhere or sent there', async ({ console: { page }, elsewhere }) => {
  const refused = await page.evaluateHandle((url) => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      directives.push(event.effectiveDirective),
    );
    document.body.append(
      Object.assign(document.createElement('iframe'), { src: `${url}/frame` }),
      Object.assign(document.createElement('script'), { src: `${url}/script.js` }),
      Object.assign(document.createElement('img'), { src: `${url}/image.png` }),
    );
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' });
    document.body.append(form);
    form.submit();
    fetch(`${url}/fetch`).catch(() => undefined);
    return directives;
  }, elsewhere.url);
  const expected = ['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem'];
  await expect.poll(async () => (await refused.jsonValue()).sort()).toEqual(expected);
  expect(elsewhere.visits).toEqual([]);
});

test('permissions are refused, except to copy', async ({ console: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(asked)).map(({ state }) => state);
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
  const answers = await page.evaluate(async () => [
    await Notification.requestPermission(),
    await navigator.clipboard.readText().catch((error: Error) => error.name),
    await navigator.clipboard.writeText('晨光书店').then(() => 'copied'),
  ]);
  expect(answers).toEqual(['denied', 'NotAllowedError', 'copied']);
});

test('a foreign frame that asks for the console’s wire gets it closed', async ({ desktop: { app } }) => {
  const closed = await app.evaluate(({ ipcMain }) =>
    [
      { url: 'https://evil.example/', origin: 'https://evil.example', parent: null },
      { url: 'followdesk://console/', origin: 'followdesk://console', parent: {} },
      { url: 'followdesk://console.evil/', origin: 'followdesk://console.evil', parent: null },
      null,
    ].map((senderFrame) => {
      let wasClosed = false;
      const port = {
        start: () => undefined,
        once: () => undefined,
        on: () => undefined,
        postMessage: () => undefined,
        close() {
          wasClosed = true;
        },
      };
      ipcMain.emit('followdesk:connect', { ports: [port], senderFrame, sender: { id: 4_711 } });
      return wasClosed;
    }),
  );
  expect(closed).toEqual([true, true, true, true]);
});
