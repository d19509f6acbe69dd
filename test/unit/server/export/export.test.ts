/** What is the same for every format: names, masking, progress, and that a file is made no faster than taken. */
import { expect, test } from 'vitest';
import { exportLookup, exportScans, lookupFile, scansFile } from '#server/export/export.ts';
import { ExportFormat } from '#shared/contract/exports.ts';
import type { LookupRow } from '#shared/model/lookup.ts';
import { aScan } from '../../../support/a-scan.ts';
import { anApp, appWithLookup, bytesOf, partsOf } from './an-app.ts';

const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const unionid = 'oUnionidOfSomebody0123456789';

function answer(position: number): LookupRow {
  const raw = { subscribe: 1, openid, unionid, seen: [`by ${openid}`] };
  const user = { openid, unionid, tagIds: [2, 100], subscribeScene: 'ADD_SCENE_QR_CODE', remark: '=x' };
  return {
    position,
    openid,
    verdict: 'followed',
    reason: null,
    errcode: null,
    user: user as unknown as LookupRow['user'],
    raw,
  };
}

test('jsonl is the scans as the API answers them, with names', async () => {
  const scans = [aScan({ param: '两\n行' }), aScan({ id: '2', openid: null, entryId: 'gone' })];
  const bytes = await bytesOf(scansFile(anApp(scans), { format: 'jsonl', mask: false, filter: {} }));
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...scans[0], entryName: '=大门', accountName: '测试号' },
    { ...scans[1], entryName: null, accountName: '测试号' },
  ]);
});

test.each(ExportFormat.options)('%s comes in parts that say how far it is', async (format) => {
  const [begin, ...rest] = await partsOf(anApp([aScan(), aScan({ id: '2' })]), format);
  expect(begin).toMatchObject({ kind: 'begin', rows: 3 });
  expect(begin?.kind === 'begin' && begin.fileName).toMatch(
    new RegExp(`^followdesk-scans-\\d{4}-\\d\\d-\\d\\d\\.${format}$`),
  );
  expect(rest.at(-1)).toEqual({ kind: 'end', rows: 2 });
  const bytes = rest.slice(0, -1).map((part) => part.kind === 'bytes' && part.data.length > 0);
  expect(bytes).not.toContain(false);
});

test('masked, neither identifier can be read anywhere', async () => {
  const annulled = { at: '2026-11-23T10:00:00.000Z', reason: `${openid} twice` };
  const scan = aScan({ openid, unionid, annulled, param: `invited by ${openid}` });
  for (const format of ['csv', 'jsonl'] as const) {
    const text = String(await bytesOf(scansFile(anApp([scan]), { format, mask: true, filter: {} })));
    expect(text).toContain('o6_b…fL2M');
    const answers = String(
      await bytesOf(lookupFile(appWithLookup([answer(0)]), { format, mask: true, id: 'l' })),
    );
    expect(answers).toContain('oUni…6789');
    expect(text + answers).not.toMatch(/bmjrPTlm6|nionidOf/);
  }
});

test('what is too short to mask is hidden whole', async () => {
  const [, line] = await partsOf(anApp([aScan({ openid: 'o1234567' })]), 'jsonl', true);
  const text = line?.kind === 'bytes' ? String(Buffer.from(line.data, 'base64')) : '';
  expect(JSON.parse(text)).toMatchObject({ openid: '…', unionid: null });
});

test('a look-up is written in the order given', async () => {
  const rows = [0, 1, 2, 3, 4].map(answer);
  const text = String(
    await bytesOf(lookupFile(appWithLookup(rows), { format: 'csv', mask: false, id: 'l' })),
  );
  const [heading, first, ...rest] = text.slice(1).trimEnd().split('\r\n');
  expect(heading).toBe(
    'position,openid,verdict,reason,errcode,unionid,subscribeTime,subscribeScene,qrScene,qrSceneStr,tagIds,groupId,remark,language,nickname',
  );
  expect(first).toBe(`0,${openid},followed,,,${unionid},,ADD_SCENE_QR_CODE,,,2 100,,'=x,,`);
  expect(rest.map((line) => line[0])).toEqual(['1', '2', '3', '4']);
});

test('a look-up that is not there is told before the first part', () => {
  function rows(): never {
    throw new Error('NotFound');
  }
  const input = { format: 'csv', mask: false, id: 'l' } as const;
  expect(() => exportLookup({ lookups: { rows } } as never, input, undefined)).toThrow('NotFound');
});

test.each(ExportFormat.options)('%s is made no faster than it is taken', async (format) => {
  let read = 0;
  let closed = false;
  function* endless() {
    try {
      for (;;) yield aScan({ id: String(++read), param: `参数${read}` });
    } finally {
      closed = true;
    }
  }
  let taken = 0;
  const { chunks } = scansFile(anApp(endless()), { format, mask: false, filter: {} });
  for await (const { rows } of chunks) {
    taken = rows;
    if (rows >= 50_000) break;
  }
  // Packed, 50,000 rows are few bytes: what is under way is counted in rows.
  expect(read - taken).toBeLessThan(format === 'xlsx' ? 5_000 : 1_000);
  await expect.poll(() => closed).toBe(true);
});

test('a reader that goes away ends the reading', async () => {
  let closed = false;
  function* many() {
    try {
      for (let row = 0; row < 1000; row++) yield aScan();
    } finally {
      closed = true;
    }
  }
  const gone = new AbortController();
  const kinds: string[] = [];
  const input = { format: 'csv', mask: false, filter: {} } as const;
  for await (const { kind } of exportScans(anApp(many()), input, gone.signal)) {
    kinds.push(kind);
    if (kinds.length === 4) gone.abort();
  }
  expect(kinds).toEqual(['begin', 'bytes', 'bytes', 'bytes']);
  expect(closed).toBe(true);
});
