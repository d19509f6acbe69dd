import { expect, test } from 'vitest';
import { createEntries } from '#core/entries/entries.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { EntriesInput, EntryInput } from '#shared/model/entry.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function open() {
  return openBreakable().entries;
}

function openBreakable() {
  let broken = false;
  const breakDisk = () => {
    broken = true;
  };
  const file = openSettingsFile({
    dataFolder: temporaryFolder(),
    openSettings(path) {
      const store = plainSettingsStore(path);
      return {
        read: () => store.read(),
        write(settings) {
          if (broken) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          store.write(settings);
        },
      };
    },
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
  return { entries: createEntries(file), breakDisk };
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

test('many are made at once, in their order, for an account that exists', () => {
  const entries = open();
  const items = Array.from({ length: 200 }, (_, index) => ({ name: ` Gate ${index} `, param: `g${index}` }));
  const made = entries.createMany(EntriesInput.parse({ accountId: 'a', items }));
  expect(made.map(({ name }) => name)).toEqual(items.map(({ name }) => name.trim()));
  expect(new Set(made.map(({ id }) => id)).size).toBe(200);
  expect(entries.list('a')).toEqual(made);
  expect(() => entries.createMany(EntriesInput.parse({ accountId: 'c', items }))).toThrow(
    expect.objectContaining({ name: 'NotFound', kind: 'account' }),
  );
});

test('a disk that refuses keeps none of them', () => {
  const { entries, breakDisk } = openBreakable();
  breakDisk();
  const items = [{ name: 'A' }, { name: 'B' }];
  expect(() => entries.createMany(EntriesInput.parse({ accountId: 'a', items }))).toThrow(
    expect.objectContaining({ name: 'StorageFailed' }),
  );
  expect(entries.list()).toEqual([]);
});
