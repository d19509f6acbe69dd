/** The promise: a scan that a phone was told about is never lost. The host is killed in the middle of a rush. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startSimulator } from '#simulator/platform.ts';
import { readResult, visitAs } from '../../support/door.ts';
import { type HeadlessHost, startHeadlessHost } from '../../support/headless-host.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PHONES = 40;

async function makeEntry(host: HeadlessHost, wechatUrl: string): Promise<string> {
  const account = await host.api('/api/accounts', {
    method: 'POST',
    body: {
      appId: 'wx00112233445566',
      appSecret: 'a secret for this test',
      apiBaseUrl: wechatUrl,
      authorizeBaseUrl: wechatUrl,
    },
  });
  const { id: accountId } = (await account.json()) as { id: string };
  const entry = await host.api('/api/entries', { method: 'POST', body: { accountId, name: 'Door' } });
  return ((await entry.json()) as { id: string }).id;
}

test('kill -9 in mid-load loses no acknowledged scan', { timeout: 60_000 }, async () => {
  const wechat = await startSimulator({
    apps: [{ appId: 'wx00112233445566', appSecret: 'a secret for this test', name: 'Door' }],
    latencyMs: 5,
  });
  const folder = temporaryFolder();
  const first = await startHeadlessHost(['--data-dir', folder]);
  const entryId = await makeEntry(first, wechat.url);

  const acknowledged: string[] = [];
  let killed = false;
  async function phone(): Promise<void> {
    while (!killed) {
      const visit = await visitAs(first.callbackUrl, entryId, 'new').catch(() => null);
      if (visit) acknowledged.push(visit.key);
      if (acknowledged.length === 200 && !killed) {
        killed = true;
        first.process.kill('SIGKILL');
      }
    }
  }
  const gone = once(first.process, 'exit');
  await Promise.all([gone, ...Array.from({ length: PHONES }, phone)]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);

  const second = await startHeadlessHost(['--data-dir', folder]);
  const verdicts = await Promise.all(
    acknowledged.map(async (key) => (await readResult(second.callbackUrl, key)).verdict),
  );
  expect(new Set(verdicts)).toEqual(new Set(['not_followed']));
  const summary = (await (await second.api('/api/scans/summary')).json()) as { scanned: number };
  expect(summary.scanned).toBeGreaterThanOrEqual(acknowledged.length);
  expect(await second.stop()).toBe(0);
  await wechat.close();
});
