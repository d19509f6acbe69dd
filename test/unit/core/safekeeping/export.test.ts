/** Settings carried to another machine: what arrives, what stays, and who is taken for whom. */
import { expect, test } from 'vitest';
import { AccountInput } from '#shared/model/account.ts';
import { filesHolding } from '../../../support/files-under.ts';
import { openSafekeeping, PASSWORD, PLANTED } from '../../../support/open-safekeeping.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

const otherMachine = () => openSafekeeping(undefined, scramblingVault('another machine'));

test('everything arrives on an empty machine, with its ids and its secrets sealed anew', async () => {
  const here = openSafekeeping();
  const { account, door, till } = here.fill();
  const { fileName, text } = await here.safekeeping.export(PASSWORD);
  expect(fileName).toMatch(/^followdesk-2026-11-2[34]\.followdesk$/);
  for (const secret of Object.values(PLANTED)) expect(text).not.toContain(secret);

  const there = otherMachine();
  const report = {
    exportedAt: '2026-11-23T10:00:00.000Z',
    version: '1.2.3',
    accounts: [{ name: '晨光书店', appId: account.appId, action: 'added', hasSecret: true }],
    entries: { added: 2, replaced: 0 },
  };
  const input = { text, password: PASSWORD };
  expect(await there.safekeeping.import({ ...input, apply: false })).toEqual({ ...report, applied: false });
  expect(there.accounts.list()).toEqual([]);
  expect(await there.safekeeping.import({ ...input, apply: true })).toEqual({ ...report, applied: true });
  expect(there.accounts.list()).toEqual([account]);
  expect(there.entries.list()).toEqual([door, till]);
  expect(there.accounts.credentials(account.id)).toEqual(here.accounts.credentials(account.id));
  const { network, settings } = there.file.data();
  expect(there.vault.open(network.sealedProxyPassword ?? '')).toMatchObject({ plain: PLANTED.proxyPassword });
  expect(network).toMatchObject({ proxyUrl: 'http://proxy.example.com:3128', proxyUser: 'wx' });
  // A port belongs to a machine, a public URL to the accounts.
  expect(settings).toMatchObject({ language: 'en', publicUrl: 'https://all.example.com', callbackPort: 0 });
  expect(filesHolding(there.dataFolder, PLANTED.appSecret).length).toBeGreaterThan(0);
});

test('what is known is replaced in place and keeps its ids; everything else stays', async () => {
  const here = openSafekeeping();
  here.fill();
  const { text } = await here.safekeeping.export(PASSWORD);

  const there = otherMachine();
  // Found first, and another account all the same: it asks another WeChat.
  const staging = there.accounts.create(
    AccountInput.parse({
      appId: 'wx0123456789abcdef',
      appSecret: 'staging',
      apiBaseUrl: 'https://staging.example.com',
    }),
  );
  const { account, door, till } = there.fill();
  const other = there.accounts.create(AccountInput.parse({ appId: 'wxother', appSecret: 'other' }));
  const extra = there.entries.create({
    accountId: account.id,
    name: 'Extra',
    scope: 'snsapi_base',
    param: '',
  });
  there.accounts.update(account.id, { name: 'Renamed', appSecret: 'typed here', kind: 'other' });
  there.entries.update(till.id, { param: 'changed', scope: 'snsapi_userinfo' });
  there.changed.length = 0;

  const report = await there.safekeeping.import({ text, password: PASSWORD, apply: true });
  expect(report).toMatchObject({ accounts: [{ action: 'replaced' }], entries: { added: 0, replaced: 2 } });
  expect(there.accounts.list()).toEqual([staging, account, other]);
  expect(there.entries.list()).toEqual([door, till, extra]);
  expect(there.accounts.credentials(account.id).appSecret).toBe(PLANTED.appSecret);
  expect(there.accounts.credentials(staging.id).appSecret).toBe('staging');
  expect(there.changed).toEqual([account.id]);
});

test('a second import of one file changes nothing more', async () => {
  const here = openSafekeeping();
  const { account, door, till } = here.fill();
  const { text } = await here.safekeeping.export(PASSWORD);
  await here.safekeeping.import({ text, password: PASSWORD, apply: true });
  expect(here.accounts.list()).toEqual([account]);
  expect(here.entries.list()).toEqual([door, till]);
});

test('a secret that does not open here is left out, and takes none away there', async () => {
  const here = openSafekeeping();
  here.fill();
  const foreign = openSafekeeping(here.dataFolder, scramblingVault('yet another'));
  const { text } = await foreign.safekeeping.export(PASSWORD);

  const there = otherMachine();
  const { account } = there.fill();
  const report = await there.safekeeping.import({ text, password: PASSWORD, apply: true });
  expect(report.accounts).toMatchObject([{ action: 'replaced', hasSecret: true }]);
  expect(there.accounts.credentials(account.id)).toMatchObject({
    appSecret: PLANTED.appSecret,
    sharedToken: { bearer: PLANTED.bearer },
  });
  const empty = otherMachine();
  expect((await empty.safekeeping.import({ text, password: PASSWORD, apply: true })).accounts).toMatchObject([
    { action: 'added', hasSecret: false },
  ]);
  expect(empty.accounts.list()).toMatchObject([{ secretState: 'missing', hasSecret: false }]);
});

test('neither the sandbox nor keys given to others leave this machine, and neither is replaced', async () => {
  const here = openSafekeeping();
  const { account } = here.fill();
  here.file.change((data) => ({
    ...data,
    accounts: [
      ...data.accounts.map((own) => ({ ...own, id: 'sandboxxxx', sandbox: true })),
      ...data.accounts.map((own) => ({ ...own, tokenKeyDigest: 'digest' })),
    ],
  }));
  const { text } = await here.safekeeping.export(PASSWORD);
  const there = otherMachine();
  const [simulated] = here.file.data().accounts;
  there.file.change((data) => ({ ...data, accounts: simulated ? [simulated] : [] }));
  for (const [machine, servesToken] of [
    [there, false],
    [here, true],
  ] as const) {
    await machine.safekeeping.import({ text, password: PASSWORD, apply: true });
    expect(machine.accounts.list()).toMatchObject([
      { id: 'sandboxxxx', sandbox: true },
      { id: account.id, servesToken, sandbox: false },
    ]);
  }
});

test('where nobody has decided how secrets are kept, nothing is imported', async () => {
  const here = openSafekeeping();
  here.fill();
  const { text } = await here.safekeeping.export(PASSWORD);
  const input = { text, password: PASSWORD, apply: true };

  const there = openSafekeeping(undefined, scramblingVault('weak', 'weak'));
  await expect(there.safekeeping.import(input)).rejects.toMatchObject({ name: 'VaultUndecided' });
  expect(there.file.data().accounts).toEqual([]);
  there.decide('memory');
  await there.safekeeping.import(input);
  expect(there.accounts.list()).toMatchObject([{ secretState: 'ok', secretVolatile: true }]);
  for (const secret of Object.values(PLANTED)) expect(filesHolding(there.dataFolder, secret)).toEqual([]);
});
