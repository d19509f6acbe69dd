/** The record as a file, in each format, as Excel and programs will read it. */

import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Scan } from '#shared/model/scan.ts';
import { openDoor } from '../../support/door.ts';
import { bearer, openConsole, partialApp } from './open-console.ts';

function scanOf(facts: Partial<Scan>): Scan {
  return {
    id: 's1',
    entryId: 'e1',
    accountId: 'a1',
    openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    unionid: null,
    verdict: 'followed',
    reason: null,
    errcode: null,
    ip: null,
    param: '',
    subscribeTime: null,
    subscribeScene: null,
    scannedAt: '2026-11-23T10:00:00.000Z',
    decidedAt: '2026-11-23T10:00:01.000Z',
    visits: 1,
    ...facts,
  };
}

async function exportOf(scans: Iterable<Scan>, query: string) {
  const { url } = await openConsole(partialApp({ scans: { all: () => scans } }));
  return fetch(`${url}/api/scans/export?${query}`, { headers: bearer });
}

/** The first file of that name in a zip archive, unpacked. */
function unzip(archive: Buffer, name: string): string {
  const start = archive.indexOf(name, archive.indexOf('PK\u0001\u0002') + 1);
  const header = start - 46;
  const packed = archive.readUInt32LE(header + 20);
  const local = archive.readUInt32LE(header + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(from, from + packed);
  return (archive.readUInt16LE(header + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
}

test('csv opens in Excel: a byte order mark, a heading, one line per scan', async () => {
  const response = await exportOf([scanOf({ param: '门,"1"' }), scanOf({ id: 's2' })], 'format=csv');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="followdesk-scans-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString('utf8').split('\r\n');
  expect(lines[0]).toBe(
    'id,scannedAt,decidedAt,entryId,accountId,openid,unionid,verdict,reason,errcode,ip,param,subscribeTime,subscribeScene,visits',
  );
  expect(lines[1]).toContain(',"门,""1""",');
  expect(lines).toHaveLength(4);
  expect(lines[3]).toBe('');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('csv defuses %j', async (param) => {
  const text = await (await exportOf([scanOf({ param, openid: param })], 'format=csv')).text();
  const row = text.slice(text.indexOf('\r\n') + 2);
  expect(row.match(/(^|,)"?[=+@\t\r-]/)).toBeNull();
  expect(row.split(`'${param}`)).toHaveLength(3);
});

test('no scans are a heading, not an error', async () => {
  const csv = await (await exportOf([], 'format=csv')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(1);
  expect(await (await exportOf([], 'format=jsonl')).text()).toBe('');
  expect((await exportOf([], 'format=xlsx')).status).toBe(200);
});

test('jsonl is the scans as the API answers them', async () => {
  const scans = [scanOf({ param: '两\n行' }), scanOf({ id: 's2', openid: null })];
  const text = await (await exportOf(scans, 'format=jsonl')).text();
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(scans);
});

test('xlsx keeps text as text, formulas included', async () => {
  const response = await exportOf([scanOf({ param: '=1+1', openid: '0012345' })], 'format=xlsx');
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const archive = Buffer.from(await response.arrayBuffer());
  expect(unzip(archive, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  const strings = unzip(archive, 'xl/sharedStrings.xml');
  for (const text of ['openid', '=1+1', '0012345']) expect(strings).toContain(`>${text}<`);
});

test('what xlsx cannot hold is refused with the limit, before the table is read through', async () => {
  let read = 0;
  function* endless() {
    for (;;) {
      read++;
      yield scanOf({});
    }
  }
  const response = await exportOf(endless(), 'format=xlsx');
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', data: { mostRows: 50_000 } });
  expect(read).toBeLessThan(51_000);
});

test('a long export is sent as it is read, and stops when nobody wants it', async () => {
  let read = 0;
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  function* endless() {
    try {
      for (;;) {
        read++;
        yield scanOf({ id: `s${read}` });
      }
    } finally {
      stop();
    }
  }
  const response = await exportOf(endless(), 'format=csv');
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await stopped;
  expect(read).toBeGreaterThan(0);
});

describe('the filter', () => {
  test('is that of the list', async () => {
    const { app, scan } = await openDoor();
    const { url } = await openConsole(app);
    await scan('follower');
    await scan('stranger');
    const response = await fetch(`${url}/api/scans/export?format=jsonl&verdict=not_followed`, {
      headers: bearer,
    });
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).verdict)).toEqual(['not_followed']);
  });

  test.each([
    ['', ['format']],
    ['format=pdf', ['format']],
    ['format=csv&format=xlsx', ['format']],
    ['format=toString', ['format']],
    ['format=csv&verdict=maybe', ['verdict']],
    ['format=csv&from=yesterday', ['from']],
  ])('%j is refused by place', async (query, places) => {
    const response = await exportOf([], query);
    expect(response.status).toBe(400);
    const { code, data } = (await response.json()) as {
      code: string;
      data: { issues: { path: string[] }[] };
    };
    expect([code, data.issues.map(({ path }) => path.join('.'))]).toEqual(['BAD_REQUEST', places]);
  });
});
