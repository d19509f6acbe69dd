/** People: what is known of somebody, what is noted, and that erasing reaches everything that keeps them. */
import { expect, test } from 'vitest';
import { NotFound, StorageFailed } from '#core/errors.ts';
import { createPeople } from '#core/people/people.ts';
import { createErasures } from '#core/storage/sqlite/erasures.ts';
import { createNotes } from '#core/storage/sqlite/notes.ts';
import { createCalls } from '#core/wechat/calls.ts';
import type { Account } from '#shared/model/account.ts';
import type { Follower } from '#shared/model/user.ts';
import { anAccount } from '../../../support/an-account.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const ACCOUNT = 'account001';
const anna = 'oAnna_0123456789_0123456789a';

function open() {
  const { store, database, commits, clock } = openScanDatabase();
  const notes = createNotes(database, commits);
  const calls = createCalls();
  const erasures = createErasures(database, commits);
  const logger = recordingLogger();
  const accounts: Account[] = [anAccount({ id: ACCOUNT }), anAccount({ id: 'account002' })];
  const asked: string[] = [];
  const disk = { refuses: false };
  const people = createPeople({
    accounts: {
      list: () => accounts,
      get(id) {
        const found = accounts.find((account) => account.id === id);
        if (!found) throw new NotFound('account', id);
        return found;
      },
    },
    scans: store,
    notes,
    lookups: {
      eraseOpenid(accountId, openid) {
        asked.push(`lookups ${accountId} ${openid}`);
        return accountId === ACCOUNT ? 2 : 0;
      },
    },
    followers: {
      get: (_account, openid) => (openid === anna ? ({ openid } as Follower) : null),
      eraseOpenid(accountId, openid) {
        asked.push(`followers ${accountId} ${openid}`);
        return 1;
      },
    },
    calls,
    erasures,
    async endErasure({ id, openid, texts }) {
      asked.push(`disk ${texts.join()} ${store.person(ACCOUNT, openid).scans}`);
      if (disk.refuses) throw new StorageFailed('full', null);
      await erasures.end(id);
    },
    clock,
    logger,
  });
  return { people, store, notes, calls, clock, asked, disk, erasures, logger, database };
}

test('a person is their note, their scans that count, and their place in the directory', async () => {
  const { people, store, clock } = open();
  for (const scannedAt of [3000, 1000, 2000]) await store.insert(newScan({ openid: anna, scannedAt }));
  const annulled = await store.insert(newScan({ openid: anna, scannedAt: 500 }));
  await store.annul(annulled.id, 'a test', 0);
  const person = await people.note(ACCOUNT, anna, '爱喝咖啡');
  expect(person).toEqual({
    accountId: ACCOUNT,
    openid: anna,
    note: '爱喝咖啡',
    notedAt: new Date(clock.now()).toISOString(),
    scans: 3,
    firstScannedAt: '1970-01-01T00:00:01.000Z',
    lastScannedAt: '1970-01-01T00:00:03.000Z',
    follower: { openid: anna },
  });
  expect(people.get(ACCOUNT, anna)).toEqual(person);
  expect(people.get('account002', anna)).toMatchObject({ note: '', scans: 0 });
});

test('an empty note removes it', async () => {
  const { people } = open();
  await people.note(ACCOUNT, anna, 'short-lived');
  expect(await people.note(ACCOUNT, anna, '')).toMatchObject({ note: '', notedAt: null });
});

test('somebody nobody has met is no error, an account nobody knows is one', async () => {
  const { people, store } = open();
  expect(people.get(ACCOUNT, 'nobody')).toMatchObject({ scans: 0, firstScannedAt: null, follower: null });
  const unknown = { name: 'NotFound', kind: 'account', id: 'removed' };
  expect(() => people.get('removed', anna)).toThrow(expect.objectContaining(unknown));
  await expect(people.note('removed', anna, 'a note')).rejects.toMatchObject(unknown);
  await expect(people.erase('removed', anna)).rejects.toMatchObject(unknown);
  await store.insert(newScan({ accountId: 'removed', openid: anna }));
  expect(people.get('removed', anna).scans).toBe(1);
});

test('erasing reaches every account, and the disk last', async () => {
  const { people, store, notes, asked } = open();
  await store.insert(newScan({ openid: anna }));
  await store.insert(newScan({ openid: anna, accountId: 'removed' }));
  await people.note(ACCOUNT, anna, 'a note');
  await people.note(ACCOUNT, 'bert', `a friend of ${anna}`);
  expect(await people.erase(ACCOUNT, anna)).toEqual({ scans: 2, lookups: 2, followers: 2, notes: 1 });
  expect(notes.get(ACCOUNT, 'bert')?.note).toBe('a friend of …');
  expect(asked.filter((call) => call.startsWith('lookups'))).toEqual([
    `lookups ${ACCOUNT} ${anna}`,
    `lookups account002 ${anna}`,
  ]);
  expect(asked.at(-1)).toBe(`disk ${anna} 0`);
  expect(people.get(ACCOUNT, anna)).toMatchObject({ note: '', scans: 0 });
});

test('calls to WeChat about an erased person are no longer in memory', async () => {
  const { people, calls } = open();
  const call = {
    accountId: ACCOUNT,
    startedAt: 0,
    method: 'GET',
    endpoint: '/cgi-bin/user/info',
    ms: 1,
    errcode: 0,
    rid: null,
    ip: null,
    unreachable: null,
    detail: '',
    retries: 0,
    body: null,
  } as const;
  calls.note({ ...call, query: { openid: anna } }, null);
  calls.note({ ...call, query: {} }, Buffer.from(`{"openid":"${anna}"}`));
  calls.note({ ...call, query: { openid: 'oBert_0123456789_0123456789b' } }, null);
  await people.erase(ACCOUNT, anna);
  expect(calls.list({}).map(({ id }) => id)).toEqual([3]);
});

test('an erasure that failed half way is finished by the next start, with all it knew', async () => {
  const { people, store, asked, disk, erasures, logger } = open();
  const unionid = 'uAnna_0123456789_0123456789a';
  await store.insert(newScan({ openid: anna, unionid }));
  disk.refuses = true;
  await expect(people.erase(ACCOUNT, anna)).rejects.toMatchObject({ name: 'StorageFailed' });
  await people.resume();
  expect(logger.lines.join()).toContain('could not be finished');
  expect(erasures.unfinished()).toMatchObject([{ openid: anna, texts: [anna, unionid] }]);
  await expect(people.erase(ACCOUNT, anna)).rejects.toMatchObject({ name: 'StorageFailed' });
  expect(erasures.unfinished()).toHaveLength(1);
  disk.refuses = false;
  asked.length = 0;
  await people.resume();
  expect(asked.at(-1)).toBe(`disk ${anna},${unionid} 0`);
  expect(erasures.unfinished()).toEqual([]);
  expect(logger.lines.join()).not.toContain(anna);
});

test('whoever is being erased stands in no file in the clear, and closing waits for it', async () => {
  const { people, erasures, database, asked } = open();
  await erasures.begin({ accountId: ACCOUNT, openid: anna, texts: [anna] });
  const rows = database.prepare('SELECT veil, veiled FROM erasures').all();
  expect(
    rows.map((row) => Object.values(row).map((value) => String(Buffer.from(value as Uint8Array)))),
  ).not.toEqual(expect.arrayContaining([expect.stringContaining(anna)]));
  const erased = people.erase(ACCOUNT, anna);
  await people.close();
  expect(asked.at(-1)).toContain('disk');
  await erased;
});

test('a mistyped openid takes nothing out of what has nothing to do with it', async () => {
  const { people, store, notes, asked } = open();
  const { id } = await store.insert(newScan({ param: 'table 5' }));
  await people.note(ACCOUNT, anna, '5 tickets');
  await people.erase(ACCOUNT, '5');
  expect([store.byId(id)?.param, notes.get(ACCOUNT, anna)?.note]).toEqual(['table 5', '5 tickets']);
  expect(asked.at(-1)).toBe('disk  0');
});
