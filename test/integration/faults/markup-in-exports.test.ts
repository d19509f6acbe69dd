/** What a spreadsheet would run: in every field that is exported, in each format. */
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { openAccount } from './bad-wechat.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { visit } from './phones.ts';
import { SCRIPT } from './planted.ts';

const formulas = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-1+1|cmd',
  '@SUM(1)',
  '=1+1',
  `=${SCRIPT}`,
];
/** What begins a formula in Excel, LibreOffice or WPS, also in full width. */
const STARTS = /^[=+\-@\t\r＝＋－＠]/;

/** Cells of a CSV file as a spreadsheet splits them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** One scan whose every text is the formula. */
async function scanWith(venue: Venue, formula: string): Promise<void> {
  const { accountId, entryId } = await openAccount(venue, { name: formula });
  await venue.ask(`/api/entries/${entryId}`, { method: 'PATCH', body: { name: formula, param: formula } });
  await visit({ ...venue, accountId, entryId });
  const { items } = await venue.ask<{ items: { id: string }[] }>(`/api/scans?entryId=${entryId}`);
  await venue.ask(`/api/scans/${items[0]?.id}/annul`, { method: 'POST', body: { reason: formula } });
}

/** One look-up of as many people, whose texts at WeChat are the formulas. @returns its CSV */
async function lookUpWith(venue: Venue): Promise<string[][]> {
  const { accountId, wechat } = venue;
  const openids = wechat.people.addMany(formulas.length, { followEvery: 1 });
  for (const [index, openid] of openids.entries()) {
    Object.assign(wechat.people.find(openid) ?? {}, { remark: formulas[index], qrSceneStr: formulas[index] });
  }
  const { id } = await venue.ask<{ id: string }>('/api/lookups', {
    method: 'POST',
    body: { accountId, openids },
  });
  await expect.poll(() => venue.ask(`/api/lookups/${id}`)).toMatchObject({ state: 'done' });
  const file = await venue.host().api(`/api/lookups/${id}/export?format=csv`);
  return cellsOf((await file.text()).replace(/^\ufeff/, ''));
}

const fields = ['param', 'entryName', 'accountName', 'annulledReason'];

test('no cell begins as a formula', async () => {
  const venue = await openVenue();
  for (const formula of formulas) await scanWith(venue, formula);
  const file = (format: string) => venue.host().api(`/api/scans/export?format=${format}`);
  const [heading = [], ...rows] = cellsOf((await (await file('csv')).text()).replace(/^\ufeff/, ''));
  for (const row of rows) {
    expect(row).toHaveLength(heading.length);
    for (const cell of row) expect(cell).not.toMatch(STARTS);
  }
  const [sheet] = await readSheets(Buffer.from(await (await file('xlsx')).arrayBuffer()), { trim: false });
  const [names = [], ...lines] = sheet?.data ?? [];
  for (const field of fields) {
    expect(rows.map((row) => row[heading.indexOf(field)]).sort()).toEqual(
      formulas.map((formula) => `'${formula}`).sort(),
    );
    // A cell that is a formula would have no text of its own.
    expect(lines.map((line) => line[names.indexOf(field)]).sort()).toEqual([...formulas].sort());
  }
  const json = (await (await file('jsonl')).text()).trim().split('\n');
  expect(json.map((line) => (JSON.parse(line) as { param: string }).param).sort()).toEqual(
    [...formulas].sort(),
  );

  const [columns = [], ...people] = await lookUpWith(venue);
  for (const cell of people.flat()) expect(cell).not.toMatch(STARTS);
  for (const field of ['remark', 'qrSceneStr']) {
    expect(people.map((row) => row[columns.indexOf(field)])).toEqual(
      formulas.map((formula) => `'${formula}`),
    );
  }

  const cells = rows.flat().length + lines.flat().length + people.flat().length;
  noteFault(
    'markupInExports',
    `${formulas.length} formulas in ${fields.length + 2} fields, CSV and XLSX: ${cells} cells, 0 begin as a formula, ` +
      '0 texts changed',
  );
});
