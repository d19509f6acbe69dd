/** People: what is known of somebody, what is noted, and that erasing reaches everything that keeps them. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { createPeople } from '#core/people/people.ts';
import { createNotes } from '#core/storage/sqlite/notes.ts';
import { createCalls } from '#core/wechat/calls.ts';
import type { Account } from '#shared/model/account.ts';
import type { Follower } from '#shared/model/user.ts';
import { anAccount } from '../../../support/an-account.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const ACCOUNT = 'account001';
const anna = 'oAnna_0123456789_0123456789a';

function open() {
  const { store, database, commits, clock } = openScanDatabase();
  const notes = createNotes(database, commits);
  const calls = createCalls();
  const accounts: Account[] = [anAccount({ id: ACCOUNT }), anAccount({ id: 'account002' })];
  const asked: string[] = [];
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
    async forgetOnDisk(openid) {
      asked.push(`disk ${openid} ${store.person(ACCOUNT, openid).scans}`);
    },
    clock,
  });
  return { people, store, notes, calls, clock, asked };
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
  calls.note({ ...call, query: { openid: anna }, reply: null });
  calls.note({ ...call, query: {}, reply: Buffer.from(`{"openid":"${anna}"}`) });
  calls.note({ ...call, query: { openid: 'oBert_0123456789_0123456789b' }, reply: null });
  await people.erase(ACCOUNT, anna);
  expect(calls.list({}).map(({ id }) => id)).toEqual([3]);
});
