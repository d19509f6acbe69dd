/** The record as a file, in each format, as Excel and programs will read it. */

import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import type { LookupRow } from '#shared/model/lookup.ts';
import type { Scan } from '#shared/model/scan.ts';
import { aScan } from '../../support/a-scan.ts';
import { openDoor } from '../../support/door.ts';
import { bearer, openConsole, partialApp } from './open-console.ts';

async function exportOf(scans: Iterable<Scan>, query: string) {
  const app = partialApp({
    scans: { all: () => scans },
    entries: { list: () => [] },
    accounts: { list: () => [] },
  });
  const { url } = await openConsole(app);
  return fetch(`${url}/api/scans/export?${query}`, { headers: bearer });
}

test('csv is a file with a name of its own', async () => {
  const response = await exportOf([aScan(), aScan({ id: '2' })], 'format=csv');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="followdesk-scans-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(4);
});

test('no scans are a heading, not an error', async () => {
  const csv = await (await exportOf([], 'format=csv')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(1);
  expect(await (await exportOf([], 'format=jsonl')).text()).toBe('');
  expect((await exportOf([], 'format=xlsx')).status).toBe(200);
});

test('xlsx keeps text as text', async () => {
  const scans = Array.from({ length: 1000 }, (_, index) => aScan({ id: String(index), openid: '0012345' }));
  const response = await exportOf(scans, 'format=xlsx');
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const [sheet] = await readSheets(Buffer.from(await response.arrayBuffer()));
  expect(sheet?.data).toHaveLength(1001);
  expect(sheet?.data.at(-1)).toContain('0012345');
});

test.each([
  ['mask=true', 'o6_b…fL2M'],
  ['mask=1', 'o6_b…fL2M'],
  ['mask=false', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M'],
])('%s', async (query, openid) => {
  const response = await exportOf([aScan()], `format=jsonl&${query}`);
  expect(JSON.parse(await response.text())).toMatchObject({ openid });
});

test.each(['csv', 'xlsx'])(
  'a long export as %s is sent as it is read, and stops when nobody wants it',
  async (format) => {
    let read = 0;
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    function* endless() {
      try {
        for (;;) yield aScan({ id: String(++read) });
      } finally {
        stop();
      }
    }
    const response = await exportOf(endless(), `format=${format}`);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await stopped;
    expect(read).toBeGreaterThan(0);
  },
);

test('a failure on the way cuts the file short and is in the log', async () => {
  function* failing() {
    for (let id = 0; id < 1000; id++) yield aScan({ id: String(id) });
    throw new Error('disk');
  }
  const app = partialApp({
    scans: { all: failing },
    entries: { list: () => [] },
    accounts: { list: () => [] },
  });
  const { url, logger } = await openConsole(app);
  const response = await fetch(`${url}/api/scans/export?format=csv`, { headers: bearer });
  await expect(response.text()).rejects.toThrow();
  expect(logger.lines).toEqual([expect.stringContaining('error an export was cut short')]);
});

describe('a look-up', () => {
  const row: LookupRow = {
    position: 0,
    openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    verdict: 'unknown',
    reason: 'openid_rejected',
    errcode: 40003,
    user: null,
    raw: null,
  };
  const app = partialApp({
    lookups: {
      rows(id) {
        if (id !== 'l1') throw new NotFound('lookup', id);
        return [row];
      },
    },
  });

  test('is a file too', async () => {
    const { url } = await openConsole(app);
    const response = await fetch(`${url}/api/lookups/l1/export?format=jsonl`, { headers: bearer });
    expect(response.headers.get('content-disposition')).toContain('followdesk-lookup-');
    expect(await response.json()).toEqual(row);
  });

  test('that is not there is said so, and so is a format that is not', async () => {
    const { rest } = await openConsole(app);
    expect(await rest('GET', '/lookups/none/export?format=csv')).toMatchObject({
      status: 404,
      json: { code: 'NOT_FOUND', data: { kind: 'lookup', id: 'none' } },
    });
    expect((await rest('GET', '/lookups/none/export?format=pdf')).status).toBe(400);
  });
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
    ['format=csv&mask=maybe', ['mask']],
    ['format=csv&reason=why&annulled=perhaps', ['reason', 'annulled']],
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
