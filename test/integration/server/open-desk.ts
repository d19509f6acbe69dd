/** A whole FollowDesk on a folder of its own: the core, the callback listener and the console. */
import { onTestFinished } from 'vitest';
import { createApp } from '#core/app.ts';
import type { Clock } from '#core/environment.ts';
import { createCallbackListener } from '#server/callback/http.ts';
import { createConsoleServer } from '#server/console/http.ts';
import { createRouter } from '#server/router/router.ts';
import { AccountInput } from '#shared/model/account.ts';
import type { Simulator } from '#simulator/platform.ts';
import { testEnvironment } from '../../support/door.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** `wechat` is where its one account's WeChat is; `said` is what of the account is not as usual. */
export async function openDesk(
  wechat: Simulator,
  said: Partial<Parameters<typeof AccountInput.parse>[0] & object> = {},
  clock: Clock = { now: () => Date.now() },
) {
  const logger = recordingLogger();
  const folder = temporaryFolder();
  const app = await createApp({ ...testEnvironment(folder, logger), clock });
  const listener = await app.host.listenWith(createCallbackListener({ callback: app.callback, logger }));
  if (listener.state !== 'listening') throw new Error(listener.code);
  const console = await createConsoleServer({
    app,
    router: createRouter(app, logger),
    port: 0,
    token: 'console-token',
    staticFolder: temporaryFolder(),
    clock,
    logger,
  });
  const [simulated] = wechat.apps;
  if (!simulated) throw new Error('a simulator without apps');
  const { id } = app.accounts.create(
    AccountInput.parse({
      appId: simulated.appId,
      appSecret: simulated.appSecret,
      apiBaseUrl: wechat.url,
      authorizeBaseUrl: wechat.url,
      ...said,
    }),
  );
  const entry = app.entries.create({ accountId: id, name: 'Door', scope: 'snsapi_base', param: '' });
  async function close(): Promise<void> {
    await console.close();
    await app.close();
  }
  onTestFinished(close);
  const openid = wechat.people.list().find(({ following }) => following)?.openid ?? '';
  return {
    app,
    id,
    entryId: entry.id,
    folder,
    logger,
    callbackUrl: listener.url,
    tokenUrl: `${console.url}/api/accounts/${id}/token?reveal`,
    /** What WeChat says of somebody who follows, or why it says nothing. */
    async look() {
      const [answer] = await app.users.lookup(id, [openid]);
      return { verdict: answer?.verdict, reason: answer?.reason };
    },
  };
}
