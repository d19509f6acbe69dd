/** The addresses WeChat saw us call from: remembered across starts, few writes, never more than fifty. */
import { expect, test } from 'vitest';
import { StorageFailed } from '#core/errors.ts';
import type { GroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createSeenIps } from '#core/storage/sqlite/seen-ips.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

const T0 = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;

function open(folder?: string) {
  const opened = openScanDatabase(folder);
  let writes = 0;
  const commits: GroupCommit = {
    ...opened.commits,
    write(run) {
      writes += 1;
      return opened.commits.write(run);
    },
  };
  return { ...opened, seenIps: createSeenIps(opened.database, commits), writes: () => writes };
}

const iso = (at: number) => new Date(at).toISOString();

test('first and last time, and what WeChat said last; the latest first; across a restart', () => {
  const { seenIps, commits, database, folder } = open();
  seenIps.note('a', '203.0.113.7', false, T0);
  seenIps.note('a', '198.51.100.1', true, T0 + 1);
  seenIps.note('b', '192.0.2.1', true, T0);
  seenIps.note('a', '203.0.113.7', true, T0 + 2 * HOUR);
  commits.flush();
  database.close();
  expect(open(folder).seenIps.list('a')).toEqual([
    { ip: '203.0.113.7', firstSeenAt: iso(T0), lastSeenAt: iso(T0 + 2 * HOUR), allowed: true },
    { ip: '198.51.100.1', firstSeenAt: iso(T0 + 1), lastSeenAt: iso(T0 + 1), allowed: true },
  ]);
});

test('a crowd that is refused is one write an hour, also where calls leave by two addresses in turn', () => {
  const { seenIps, writes } = open();
  for (let call = 0; call < 100; call++) seenIps.note('a', `203.0.113.${call % 2}`, false, T0 + call);
  expect(writes()).toBe(2);
  seenIps.note('a', '203.0.113.0', false, T0 + HOUR);
  expect(writes()).toBe(3);
  seenIps.note('a', '203.0.113.0', true, T0 + HOUR + 1);
  expect(writes()).toBe(4);
});

test('what could not be written is noted again the next time', async () => {
  const { database, commits } = openScanDatabase();
  let broken = true;
  const failing: GroupCommit = {
    ...commits,
    write: (run) => (broken ? Promise.reject(new StorageFailed('full', null)) : commits.write(run)),
  };
  const seenIps = createSeenIps(database, failing);
  seenIps.note('a', '203.0.113.7', true, T0);
  await Promise.resolve().then(() => undefined);
  broken = false;
  seenIps.note('a', '203.0.113.7', true, T0 + 1);
  commits.flush();
  expect(seenIps.list('a')).toHaveLength(1);
});

test('an address that changes every day does not fill the disk', () => {
  const { seenIps, commits } = open();
  for (let day = 0; day < 60; day++) seenIps.note('a', `203.0.113.${day}`, true, T0 + day * 24 * HOUR);
  commits.flush();
  const seen = seenIps.list('a');
  expect(seen).toHaveLength(50);
  expect(seen[0]?.ip).toBe('203.0.113.59');
  expect(seen.at(-1)?.ip).toBe('203.0.113.10');
});

test('forgotten with its account, and noted anew for a new one', () => {
  const { seenIps, commits } = open();
  seenIps.note('a', '203.0.113.7', true, T0);
  seenIps.note('b', '203.0.113.7', true, T0);
  seenIps.forget('a');
  commits.flush();
  expect(seenIps.list('a')).toEqual([]);
  expect(seenIps.list('b')).toHaveLength(1);
  seenIps.note('a', '203.0.113.7', true, T0);
  commits.flush();
  expect(seenIps.list('a')).toHaveLength(1);
});
