/** CSV, TSV and spreadsheet cells: quotes honoured, the column of openids found. */
import { describe, expect, it } from 'vitest';
import { columnLetter, delimiterOf, readTable, tableOf } from '#renderer/lookup/read-table.ts';

const openid = (index: number) => `o${String(index).padStart(27, '0')}`;
const unionid = (index: number) => `oU${String(index).padStart(26, '0')}`;

describe('delimiterOf', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a\tb, c\n1\t2\n', '\t'],
    ['a;b\r\n1;2\r\n', ';'],
    ['a|b\n\n1|2', '|'],
    ['a\nb\nc', null],
    ['one line, with a comma', null],
    ['a sentence, with a comma\nand one without', null],
    ['', null],
  ])('of %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe('readTable', () => {
  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,"b, c"\n', [['a', 'b, c']]],
    ['"he said ""hi""",b', [['he said "hi"', 'b']]],
    [
      '"two\r\nlines",b\n1,2',
      [
        ['two\r\nlines', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,b,', [['a', 'b', '']]],
    ['a "b" c,d', [['a "b" c', 'd']]],
    [
      '"a"x,b\n1,2',
      [
        ['ax', 'b'],
        ['1', '2'],
      ],
    ],
    ['"never closed,b\n1,2', [['never closed,b\n1,2']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(readTable(text, ',')).toEqual(rows);
  });
});

describe('tableOf', () => {
  it('finds the column whose values look like openids, and its heading', () => {
    const table = tableOf([
      ['序号', '微信 ID', '备注'],
      ['1', openid(1), '张三'],
      ['2', openid(2), ''],
    ]);
    expect(table).toMatchObject({ guess: 1, firstLine: 2 });
    expect(table.rows).toHaveLength(2);
    expect(table.columns[1]).toEqual({ index: 1, heading: '微信 ID', share: 1 });
  });

  it('tells openids from unionids by the heading', () => {
    const rows = [1, 2, 3].map((index) => [unionid(index), openid(index)]);
    expect(tableOf([['UnionID', 'OpenID'], ...rows]).guess).toBe(1);
    expect(tableOf([['unionid', '标识'], ...rows]).guess).toBe(1);
    expect(tableOf(rows).guess).toBe(0);
  });

  it('takes a first row with an openid for no heading', () => {
    expect(
      tableOf([
        [openid(1), '张三'],
        [openid(2), '李四'],
      ]),
    ).toMatchObject({
      guess: 0,
      firstLine: 1,
      columns: [{ heading: null }, { heading: null }],
    });
  });

  it('guesses nothing where nothing looks like one', () => {
    expect(
      tableOf([
        ['a', 'b'],
        ['1', '2'],
      ]).guess,
    ).toBeNull();
    expect(tableOf([]).guess).toBeNull();
  });

  it('does not mind empty cells and short rows', () => {
    expect(tableOf([['a'], ['', openid(1)], [], ['x']]).guess).toBe(1);
  });
});

it('names columns as spreadsheets do', () => {
  expect([0, 1, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
