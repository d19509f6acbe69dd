/** The real client against the real simulator: two sides that share no code. */
import { onTestFinished } from 'vitest';
import type { Accounts } from '#core/accounts/accounts.ts';
import { NotFound, SecretMissing } from '#core/errors.ts';
import { createWeChatClient, type WeChatClient } from '#core/wechat/client.ts';
import type { Account } from '#shared/model/account.ts';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { anAccount } from '../../../support/an-account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openTokenFetches } from '../../../support/token-fetches.ts';

const APP_ID = 'wx00112233445566';
export const APP_SECRET = 'planted0secret0that0must0not0be0seen';

export interface RealWeChat {
  simulator: Simulator;
  client: WeChatClient;
  /** Change it at will; `accounts` answers with it. */
  account: Account;
  /** The account's secret; null = not stored. */
  secret: { value: string | null };
  accounts: Pick<Accounts, 'get' | 'credentials'>;
}

export async function openRealWeChat(clock = manualClock(Date.now())): Promise<RealWeChat> {
  const simulator = await startSimulator({
    apps: [{ appId: APP_ID, appSecret: APP_SECRET, name: '测试号' }],
  });
  const client = createWeChatClient({
    clock,
    logger: recordingLogger(),
    vault: scramblingVault(),
    dataFolder: temporaryFolder(),
    fetches: openTokenFetches(clock),
  });
  onTestFinished(async () => {
    await client.close();
    await simulator.close();
  });
  const account = anAccount({ appId: APP_ID, apiBaseUrl: simulator.url, authorizeBaseUrl: simulator.url });
  const secret: RealWeChat['secret'] = { value: APP_SECRET };
  function get(id: string): Account {
    if (id !== account.id) throw new NotFound('account', id);
    return account;
  }
  return {
    simulator,
    client,
    account,
    secret,
    accounts: {
      get,
      credentials(id) {
        const { appId, apiBaseUrl, tokenMode } = get(id);
        if (secret.value === null) throw new SecretMissing(id, 'missing');
        return { accountId: id, appId, appSecret: secret.value, apiBaseUrl, tokenMode };
      },
    },
  };
}
