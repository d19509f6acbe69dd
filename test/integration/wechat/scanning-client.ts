/** Our WeChat client pointed at the bundled simulator, and phones that scan. */
import { onTestFinished } from 'vitest';
import { authorizeUrl } from '#core/wechat/authorize-url.ts';
import { createWeChatClient } from '#core/wechat/client.ts';
import { failureOf } from '#core/wechat/reason.ts';
import { verdictOf } from '#core/wechat/user-info.ts';
import { startSimulator } from '#simulator/platform.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { scramblingVault } from '../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openTokenFetches } from '../../support/token-fetches.ts';

export async function openScanningClient({ callLimit = 5_000, latencyMs = 0 } = {}) {
  const simulator = await startSimulator({ latencyMs });
  onTestFinished(() => simulator.close());
  const [app] = simulator.apps;
  if (!app) throw new Error('a simulator without apps');
  const network = { connectMs: 2_000, callMs: callLimit, proxy: null };
  const clock = manualClock();
  const client = createWeChatClient({
    clock,
    logger: recordingLogger(),
    vault: scramblingVault(),
    dataFolder: temporaryFolder(),
    fetches: openTokenFetches(clock),
    network: () => network,
  });
  onTestFinished(client.close);
  const credentials = {
    accountId: 'account-1',
    appId: app.appId,
    appSecret: app.appSecret,
    apiBaseUrl: simulator.url,
    tokenMode: 'stable' as 'stable' | 'classic',
  };

  /** The code with which WeChat sends this person's phone to the callback. */
  async function code(who: string): Promise<string> {
    const link = authorizeUrl({
      authorizeBaseUrl: simulator.url,
      appId: credentials.appId,
      redirectUri: 'http://127.0.0.1:9/callback',
      scope: 'snsapi_base',
      state: 'a1b2c3d4',
    });
    const response = await fetch(link.replace('#', `&as=${who}#`), { redirect: 'manual' });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  /** What a scan with this code ends in. */
  async function verdict(withCode: string) {
    let openid: string;
    try {
      const identity = await client.exchangeCode(credentials, withCode);
      if (identity.snapshotUser) return { verdict: 'unknown', reason: 'snapshot_user' };
      openid = identity.openid;
    } catch (error) {
      return { verdict: 'unknown', ...failureOf(error, 'exchange') };
    }
    try {
      return verdictOf(await client.lookup(credentials, openid));
    } catch (error) {
      return { verdict: 'unknown', ...failureOf(error, 'lookup') };
    }
  }

  return {
    simulator,
    client,
    credentials,
    code,
    verdict,
    scan: async (who: string) => verdict(await code(who)),
  };
}
