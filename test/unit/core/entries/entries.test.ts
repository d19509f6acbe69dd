import { expect, test } from 'vitest';
import { createEntries } from '#core/entries/entries.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { EntryInput } from '#shared/model/entry.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function open() {
  const file = openSettingsFile({
    dataFolder: temporaryFolder(),
    openSettings: plainSettingsStore,
    clock: manualClock(),
  });
  const account = {
    name: 'A',
    appId: 'wx0123456789abcdef',
    sealedSecret: null,
    secretHint: null,
    publicUrl: null,
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
    kind: null,
    sharedToken: null,
    tokenKeyDigest: null,
    sandbox: false,
  } as const;
  file.change((data) => ({ ...data, accounts: ['a', 'b'].map((id) => ({ ...account, id })) }));
  return createEntries(file);
}

test('an entry is made for an account that exists, and listed with it', () => {
  const entries = open();
  const gate = entries.create(EntryInput.parse({ accountId: 'a', name: ' Gate ' }));
  entries.create(EntryInput.parse({ accountId: 'b', name: 'Bar' }));
  expect(gate).toMatchObject({ name: 'Gate', scope: 'snsapi_base', param: '' });
  expect(gate.id).toMatch(/^[a-z2-7]{10}$/);
  expect(entries.list('a')).toEqual([gate]);
  expect(entries.list()).toHaveLength(2);
  expect(() => entries.create(EntryInput.parse({ accountId: 'c', name: 'x' }))).toThrow(
    expect.objectContaining({ name: 'NotFound', kind: 'account' }),
  );
});

test('a change keeps id and account, and a removed entry is gone', () => {
  const entries = open();
  const { id } = entries.create(EntryInput.parse({ accountId: 'a', name: 'Gate', param: 'x' }));
  expect(entries.update(id, { name: 'Gate 2', param: undefined })).toMatchObject({
    id,
    accountId: 'a',
    name: 'Gate 2',
    param: 'x',
  });
  entries.remove(id);
  expect(() => entries.get(id)).toThrow(expect.objectContaining({ name: 'NotFound', kind: 'entry' }));
  expect(() => entries.remove(id)).toThrow(expect.objectContaining({ name: 'NotFound' }));
});
