/** The whole app on one folder through every vault state and decision: what works, and what a thief of the disk finds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type App, createApp } from '#core/app.ts';
import type { Vault } from '#core/environment.ts';
import { AccountInput } from '#shared/model/account.ts';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { APP_SECRET, testEnvironment } from '../../support/door.ts';
import { filesHolding } from '../../support/files-under.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { scramblingVault } from '../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BEARER = 'planted0bearer0secret000';
const PROXY_PASSWORD = 'planted0proxy0password00';
const SECRETS = [APP_SECRET, BEARER, PROXY_PASSWORD];

async function start(dataFolder: string, vault: Vault): Promise<App> {
  const logger = recordingLogger();
  const app = await createApp({ ...testEnvironment(dataFolder, logger), vault });
  onTestFinished(async () => {
    await app.close();
    for (const secret of SECRETS) expect(logger.lines.join('\n')).not.toContain(secret);
  });
  return app;
}

async function startWeChat(): Promise<Simulator> {
  const wechat = await startSimulator({
    apps: [{ appId: 'wx00112233445566', appSecret: APP_SECRET, name: 'Door' }],
  });
  onTestFinished(() => wechat.close());
  return wechat;
}

/** Types in every secret there is, and has a token fetched. Answers the account's id. */
async function fill(app: App, wechat: Simulator): Promise<string> {
  const { id } = app.accounts.create(
    AccountInput.parse({
      appId: 'wx00112233445566',
      appSecret: APP_SECRET,
      apiBaseUrl: wechat.url,
      authorizeBaseUrl: wechat.url,
      sharedToken: { url: `${wechat.url}/token`, bearer: BEARER },
    }),
  );
  await app.tokens.refresh(id);
  await app.host.changeNetwork({ proxyUser: 'wx', proxyPassword: PROXY_PASSWORD });
  return id;
}

/** The very token the app holds: a stable token is the same for everybody who asks. */
async function currentToken({ url }: Simulator): Promise<string> {
  const body = { grant_type: 'client_credential', appid: 'wx00112233445566', secret: APP_SECRET };
  const response = await fetch(`${url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(body) });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Which of the secrets a thief of the disk could read who has the weak vault's fixed key. */
function onDisk(folder: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => filesHolding(folder, secret).length > 0);
}

test.each(['weak', 'unavailable'] as const)(
  '%s, undecided: nothing is stored, the console runs',
  async (state) => {
    const [folder, wechat] = [temporaryFolder(), await startWeChat()];
    const app = await start(folder, scramblingVault('test', state));
    expect(app.host.status().vault).toEqual({ state, backend: 'test', undecided: true });
    await expect(fill(app, wechat)).rejects.toMatchObject({ name: 'VaultUndecided', state });
    expect(() => app.host.changeNetwork({ proxyPassword: PROXY_PASSWORD })).toThrow(
      expect.objectContaining({ name: 'VaultUndecided' }),
    );
    expect(app.accounts.list()).toEqual([]);
    await app.close();
    expect(onDisk(folder, SECRETS)).toEqual([]);
  },
);

test.each(['weak', 'unavailable'] as const)('%s, in memory: works until the restart', async (state) => {
  const [folder, wechat] = [temporaryFolder(), await startWeChat()];
  const app = await start(folder, scramblingVault('test', state));
  await app.host.changeSettings({ withoutKeychain: 'memory' });
  expect(app.host.status().vault.undecided).toBe(false);
  const id = await fill(app, wechat);
  expect(app.accounts.get(id)).toMatchObject({ secretState: 'ok', secretVolatile: true, hasSecret: true });
  expect(app.tokens.status(id).cached).toBe(true);
  const token = await currentToken(wechat);
  await app.close();
  expect(onDisk(folder, [...SECRETS, token])).toEqual([]);

  const again = await start(folder, scramblingVault('test', state));
  expect(again.accounts.get(id)).toMatchObject({
    secretState: 'missing',
    hasSecret: false,
    sharedToken: { hasBearer: false },
  });
  expect(again.host.network().hasProxyPassword).toBe(false);
});

test('weakly sealed, then in memory: off the disk at once, backups and token included', async () => {
  const [folder, wechat] = [temporaryFolder(), await startWeChat()];
  const app = await start(folder, scramblingVault('test', 'weak'));
  await app.host.changeSettings({ withoutKeychain: 'weak' });
  const id = await fill(app, wechat);
  const secrets = [...SECRETS, await currentToken(wechat)];
  expect(onDisk(folder, secrets)).toEqual(secrets);

  await app.host.changeSettings({ withoutKeychain: 'memory' });
  expect(onDisk(folder, secrets)).toEqual([]);
  expect(app.accounts.credentials(id)).toMatchObject({
    appSecret: APP_SECRET,
    sharedToken: { bearer: BEARER },
  });
  expect(app.host.network().hasProxyPassword).toBe(true);

  await app.host.changeSettings({ withoutKeychain: 'weak' });
  expect(app.accounts.get(id).secretVolatile).toBe(false);
  await app.close();
  const again = await start(folder, scramblingVault('test', 'weak'));
  expect(again.accounts.credentials(id).appSecret).toBe(APP_SECRET);
});

test('a keychain that is unlocked later takes what was in memory', async () => {
  const [folder, wechat] = [temporaryFolder(), await startWeChat()];
  const vault = scramblingVault('test', 'unavailable');
  const app = await start(folder, vault);
  await app.host.changeSettings({ withoutKeychain: 'memory' });
  const id = await fill(app, wechat);
  vault.become('ok');
  app.accounts.update(id, { name: 'Gate' });
  expect(app.accounts.get(id).secretVolatile).toBe(false);
  await app.close();
  const again = await start(folder, scramblingVault());
  expect(again.accounts.credentials(id)).toMatchObject({
    appSecret: APP_SECRET,
    sharedToken: { bearer: BEARER },
  });
});

test('another machine’s secrets are unreadable, damaged ones corrupt, and everything else is there', async () => {
  const [folder, wechat] = [temporaryFolder(), await startWeChat()];
  const app = await start(folder, scramblingVault());
  const id = await fill(app, wechat);
  await app.close();
  const elsewhere = await start(folder, scramblingVault('another machine'));
  expect(elsewhere.accounts.get(id)).toMatchObject({ secretState: 'unreadable', appId: 'wx00112233445566' });
  expect(elsewhere.host.status().vault.undecided).toBe(false);
  await elsewhere.close();

  const path = join(folder, 'settings.json');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"sealedSecret":"sealed:', '"sealedSecret":"s3aled:'),
  );
  const damaged = await start(folder, scramblingVault());
  expect(damaged.accounts.get(id)).toMatchObject({
    secretState: 'corrupt',
    sharedToken: { hasBearer: true },
  });
});
