/** A proxy between FollowDesk and WeChat: what is wrong with it is said by a test, before a visitor meets it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { expect, giveAccount, test as withMachines } from '../../fixtures/machines.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

const address = Object.values(networkInterfaces())
  .flatMap((found) => found ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const test = withMachines.extend<{ strictProxy: Server }>({
  // What is at a loopback address is never called through a proxy.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  wechat: async ({}, use) => {
    const wechat = await startSimulator({
      host: '0.0.0.0',
      apps: [{ appId: APP_ID, appSecret: APP_SECRET, name: '门' }],
    });
    await use(wechat);
    await wechat.close();
  },
  /** Lets nobody through. */
  // biome-ignore lint/correctness/noEmptyPattern: see above
  strictProxy: async ({}, use) => {
    const proxy = createServer().on('connect', (_request, client: Socket) => {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    await use(proxy);
    proxy.close();
  },
});

/** Its WeChat as another machine would call it. */
function seenFromOutside({ url }: Simulator): { url: string } {
  return { url: `http://${address}:${new URL(url).port}` };
}

test.skip(address === undefined, 'this machine has no address but its own');

test('a proxy that refuses, and one that is gone, are told by the test; without any, WeChat answers', async ({
  machine,
  wechat,
  strictProxy,
}) => {
  const { host, console: desk } = await machine();
  await giveAccount({ host }, seenFromOutside(wechat));
  await desk.open('settings');
  const { network, useProxy, testConnection } = createSettingsScreen(desk.page);
  const saved = network.getByText('已保存，从下一次请求开始使用。');
  const reached = network.locator('[data-check="api_reachable"]');
  /** A failure is remembered for two seconds: whoever is that quick presses again. */
  const testUntil = (found: RegExp) =>
    expect(async () => {
      await testConnection.click();
      await expect(network.getByText('正在连接微信…')).toBeHidden();
      await expect(reached).toContainText(found, { timeout: 100 });
    }).toPass();
  const { port } = strictProxy.address() as AddressInfo;

  await useProxy({ url: `http://127.0.0.1:${port}`, user: 'door', password: 'let me in' });
  await expect(saved).toBeVisible();
  await expect(network.locator('input[type=password]')).toHaveCount(0);
  await testUntil(/代理没有放行.*PROXY_AUTH_REQUIRED/);

  await new Promise((closed) => strictProxy.close(closed));
  await testUntil(/PROXY_ECONNREFUSED/);

  await useProxy({ url: '' });
  await expect(network.getByLabel('代理地址')).toHaveValue('');
  await testUntil(/能连上微信接口/);
});
