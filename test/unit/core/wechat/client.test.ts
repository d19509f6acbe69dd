/** The client as the rest of the core uses it, on a folder, over real sockets. */
import { expect, it, onTestFinished } from 'vitest';
import { createWeChatClient } from '#core/wechat/client.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openTokenFetches } from '../../../support/token-fetches.ts';
import { NEW_TOKENS, type Script, startScriptedWeChat } from './scripted-wechat.ts';

const SCRIPT: Script = {
  ...NEW_TOKENS,
  '/sns/oauth2/access_token': ({ query }) => ({ openid: `o-${query.code}`, scope: 'snsapi_base' }),
  '/cgi-bin/user/info': ({ query }) => ({
    subscribe: 1,
    openid: query.openid,
    subscribe_scene: 'ADD_SCENE_SEARCH',
  }),
};

async function setUp(script: Script) {
  const wechat = await startScriptedWeChat(script);
  onTestFinished(wechat.close);
  const dataFolder = temporaryFolder();
  const endpoints: string[] = [];
  const fetches = openTokenFetches(manualClock());
  const open = () => {
    const client = createWeChatClient({
      clock: manualClock(),
      logger: recordingLogger(),
      vault: scramblingVault(),
      dataFolder,
      fetches,
      onCall: ({ endpoint }) => endpoints.push(endpoint),
    });
    onTestFinished(client.close);
    return client;
  };
  const credentials = {
    accountId: 'account-1',
    appId: 'wx0123456789abcdef',
    appSecret: 'secret',
    apiBaseUrl: wechat.url,
    tokenMode: 'stable' as const,
  };
  return { open, credentials, endpoints };
}

it('makes two calls for a visitor, and a third for the very first token only', async () => {
  const { open, credentials, endpoints } = await setUp(SCRIPT);
  async function visit(client: ReturnType<typeof open>, code: string) {
    const { openid } = await client.exchangeCode(credentials, code);
    return client.lookup(credentials, openid);
  }
  const client = open();
  expect(await visit(client, 'one')).toMatchObject({ openid: 'o-one', subscribe: true });
  await visit(client, 'two');
  await client.close();
  await visit(open(), 'three');
  expect(endpoints).toEqual([
    '/sns/oauth2/access_token',
    '/cgi-bin/stable_token',
    '/cgi-bin/user/info',
    '/sns/oauth2/access_token',
    '/cgi-bin/user/info',
    '/sns/oauth2/access_token',
    '/cgi-bin/user/info',
  ]);
});

it('ends back-offs when it is closed', async () => {
  const { open, credentials, endpoints } = await setUp({ '/cgi-bin/stable_token': () => ({ errcode: -1 }) });
  const client = open();
  const lookup = client.lookup(credentials, 'oVisitor').catch((error: unknown) => error);
  await expect.poll(() => endpoints.length).toBe(1);
  const closedAt = performance.now();
  await client.close();
  expect(await lookup).toBeInstanceOf(Error);
  expect(performance.now() - closedAt, 'the pause is a second').toBeLessThan(700);
});
