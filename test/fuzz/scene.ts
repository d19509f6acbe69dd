/** Everything a run needs, standing: the simulator, FollowDesk in its own process, real visitors, the door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '#simulator/platform.ts';
import { startTarget, type Target } from './target.ts';
import { admitVisitors, type Visitors } from './visitors.ts';
import type { Door } from './wire.ts';

export interface Scene {
  target: Target;
  visitors: Visitors;
  door: Door;
  close(): Promise<void>;
}

const app = { appId: 'wx00112233445566', appSecret: 'planted0secret0that0must0not0be0seen', name: 'Door' };

export async function setScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'followdesk-fuzz-'));
  const wechat = await startSimulator({ apps: [app] });
  const target = await startTarget(folder);
  const { appId, appSecret } = app;
  const bases = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { id } = await target.api<{ id: string }>('POST', '/api/accounts', { appId, appSecret, ...bases });
  const entry = await target.api<{ id: string }>('POST', '/api/entries', { accountId: id, name: 'Door' });
  const visitors = await admitVisitors({
    callbackUrl: target.callbackUrl,
    entryId: entry.id,
    screenState: async () =>
      (await target.api<{ state: string }>('GET', `/api/entries/${entry.id}/code`)).state,
  });
  return {
    target,
    visitors,
    door: {
      port: Number(new URL(target.callbackUrl).port),
      authorizeBase: `${wechat.url}/connect/oauth2/authorize?appid=${appId}&`,
      fill: visitors.fill,
    },
    async close() {
      if (target.isAlive()) {
        await visitors.close();
        await target.stop();
      } else await visitors.close().catch(() => undefined);
      await wechat.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
