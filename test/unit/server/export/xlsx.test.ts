/** The workbook as a reader that is not ours reads it, and what becomes of text that XML cannot hold. */
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { scansFile } from '#server/export/export.ts';
import { columnLetters, escapeText } from '#server/export/sheet-xml.ts';
import { fields } from '#server/export/table.ts';
import { writeXlsx } from '#server/export/xlsx.ts';
import type { Scan } from '#shared/model/scan.ts';
import { aScan } from '../../../support/a-scan.ts';
import { anApp, bytesOf } from './an-app.ts';

async function rowsOf(...scans: Scan[]) {
  const file = scansFile(anApp(scans), { format: 'xlsx', mask: false, filter: {} });
  const [sheet] = await readSheets(await bytesOf(file), { trim: false });
  return sheet?.data ?? [];
}

function numbered(count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({ openid: `o${index}`, visits: index }));
  return { columns: fields(['openid', 'visits']), rows, record: (row: object) => row };
}

test('text is text and numbers are numbers', async () => {
  const [heading = [], first = []] = await rowsOf(
    aScan({ openid: '0012345', param: '=1+1', visits: 3, errcode: -1, unionid: '-x' }),
  );
  const row = Object.fromEntries(heading.map((name, index) => [String(name), first[index]]));
  expect(row).toMatchObject({
    openid: '0012345',
    unionid: '-x',
    param: '=1+1',
    visits: 3,
    errcode: -1,
    scannedAt: '2026-11-23T10:00:00.000Z',
    entryName: '=大门',
    reason: null,
  });
});

test('what a visitor sent comes back as it was', async () => {
  const param = ' <b>&"\'\u0007\u001b[31m 两\n行 _x0041_ 😀 ';
  const [heading = [], first = []] = await rowsOf(aScan({ param }));
  expect(first[heading.indexOf('param')]).toBe(param);
});

test('half of a pair, and more than a cell holds, do not break the file', () => {
  expect(escapeText('a\ud83d')).toBe('a\ufffd');
  expect(escapeText('x'.repeat(40_000))).toHaveLength(32_767);
});

test('columns go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test.each([
  [4, [4]],
  [5, [5]],
  [6, [5, 1]],
  [10, [5, 5]],
  [0, [0]],
])('%i rows on sheets of five', async (count, expected) => {
  const sheets = await readSheets(await bytesOf({ chunks: writeXlsx(numbered(count), 5) }));
  expect(sheets.map(({ data }) => data.length - 1)).toEqual(expected);
  expect(sheets.map(({ data }) => data[0])).toEqual(expected.map(() => ['openid', 'visits']));
  const openids = sheets.flatMap(({ data }) => data.slice(1)).map(([openid]) => openid);
  expect(openids).toEqual(numbered(count).rows.map(({ openid }) => openid));
});

test('a failure of the disk is the reader’s, and nothing hangs', async () => {
  function* failing() {
    yield aScan();
    throw new Error('disk');
  }
  const file = scansFile(anApp(failing()), { format: 'xlsx', mask: false, filter: {} });
  await expect(bytesOf(file)).rejects.toThrow('disk');
});
