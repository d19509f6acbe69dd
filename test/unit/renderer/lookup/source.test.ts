/** What is read from files and long pastes: the right column, whatever the file is. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText, FileUnreadable, readFile } from '#renderer/lookup/read-file.ts';
import { readWorkbook } from '#renderer/lookup/read-workbook.ts';
import { guessedChoice, pastedTable, readSource, sourceOfText } from '#renderer/lookup/source.ts';

const openid = (index: number) => `o${String(index).padStart(27, '0')}`;

function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

describe('sourceOfText', () => {
  it('takes the column of openids out of a CSV', () => {
    const source = sourceOfText(
      'people.csv',
      `no,"name, full",OpenID\n1,"Li, Si",${openid(1)}\n2,,${openid(2)}\n3,x,\n`,
    );
    expect(guessedChoice(source)).toEqual({ sheet: 0, column: 2 });
    expect(readSource(source, guessedChoice(source))).toEqual({
      openids: [openid(1), openid(2)],
      repeats: [],
      strays: [],
    });
    expect(readSource(source, { sheet: 0, column: 1 }).openids).toEqual([]);
  });

  it('takes openids out of JSON Lines, not the unionids beside them', () => {
    const lines = [1, 2].map((index) =>
      JSON.stringify({ position: index, unionid: openid(index + 7), openid: openid(index) }),
    );
    const source = sourceOfText('look-up.jsonl', lines.join('\n'));
    expect(readSource(source, guessedChoice(source)).openids).toEqual([openid(1), openid(2)]);
  });

  it('takes the column that is called so where every openid is masked', () => {
    const source = sourceOfText(
      'masked.csv',
      'position,openid,verdict\n0,o_5t…zFES,followed\n1,oqGC…cLHs,followed\n',
    );
    expect(guessedChoice(source)).toEqual({ sheet: 0, column: 1 });
    expect(readSource(source, guessedChoice(source)).strays).toHaveLength(2);
  });

  it('reads a list without columns as it is', () => {
    const source = sourceOfText('list.txt', `${openid(1)}\n${openid(2)}`);
    expect(source.kind).toBe('text');
    expect(readSource(source, guessedChoice(source)).openids).toHaveLength(2);
  });
});

describe('pastedTable', () => {
  it('is cells with headings', () => {
    expect(pastedTable(`unionid\topenid\n${openid(9)}\t${openid(1)}`)).not.toBeNull();
  });

  it.each([`${openid(1)},${openid(2)}\n${openid(3)},${openid(4)}`, `a, b\nc, d`, openid(1)])(
    'is not %j',
    (text) => {
      expect(pastedTable(text)).toBeNull();
    },
  );
});

describe('decodeText', () => {
  const text = 'openid,姓名';
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-16 LE', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['GBK', Uint8Array.of(...strToU8('openid,'), 0xd0, 0xd5, 0xc3, 0xfb)],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytesOf(bytes))).toBe(text);
  });

  it('is null for what is no text', () => {
    expect(
      decodeText(bytesOf(readFileSync(new URL('../../../pictures/phone.png', import.meta.url)))),
    ).toBeNull();
  });
});

describe('readFile', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['old_workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['not_text', Uint8Array.of(0x89, 0x50, 0, 0)],
  ])('names the trouble: %s', async (trouble, bytes) => {
    await expect(readFile(new File([bytes], 'x.csv'))).rejects.toMatchObject({
      name: 'FileUnreadable',
      trouble,
    });
    expect(new FileUnreadable('empty')).toBeInstanceOf(Error);
  });
});

describe('readWorkbook', () => {
  const cells = (rows: string[][], from = 1) =>
    rows
      .map((row, index) => {
        const number = from + index;
        const written = row.map(
          (cell, column) => `<c r="${'ABC'[column]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
        );
        return `<row r="${number}">${written.join('')}</row>`;
      })
      .join('');
  const sheet = (rows: string) =>
    strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    );
  const relation = (id: number) =>
    `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`;

  function aWorkbook(rows: string): ArrayBuffer {
    const office = 'http://schemas.openxmlformats.org';
    return bytesOf(
      zipSync({
        'xl/workbook.xml': strToU8(
          `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="说明" sheetId="1" r:id="r1"/><sheet name="名单" sheetId="2" r:id="r2"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships xmlns="${office}/package/2006/relationships">${relation(1)}${relation(2)}</Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': sheet(cells([['读我']])),
        'xl/worksheets/sheet2.xml': sheet(rows),
      }),
    );
  }

  it('reads every sheet as text, long numbers with all their digits', async () => {
    const number = '<row r="2"><c r="A2"><v>13800138000123456</v></c></row>';
    const rows = `${cells([['openid']])}${number}${cells([[openid(1)]], 3)}`;
    expect(await readWorkbook(aWorkbook(rows))).toEqual([
      { name: '说明', rows: [['读我']] },
      { name: '名单', rows: [['openid'], ['13800138000123456'], [openid(1)]] },
    ]);
  });

  it('reads the rest of a sheet in which a formula has no answer', async () => {
    const fault = '<row r="1"><c r="A1" t="e"><f>VLOOKUP(B1,C:D,2)</f><v>#N/A</v></c></row>';
    const [, sheet] = await readWorkbook(aWorkbook(fault + cells([[openid(1)]], 2)));
    expect(sheet?.rows).toEqual([['#N/A'], [openid(1)]]);
  });

  it('unpacks a large one without a worker of its own', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [openid(index)]);
    const sheets = await readWorkbook(aWorkbook(cells(many)));
    expect(sheets[1]?.rows).toHaveLength(20_000);
  });

  it('refuses what is none', async () => {
    await expect(readWorkbook(bytesOf(strToU8('PK\u0003\u0004 not a workbook')))).rejects.toThrow();
  });
});
