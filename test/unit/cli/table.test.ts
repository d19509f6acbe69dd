/** Tables stay in place with Chinese in them, and nothing in a cell commands the terminal. */
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { createTable, localTime } from '#cli/table.ts';
import { jsonLine, printable } from '#cli/terminal.ts';

test('columns begin at the same place whatever is written in them', () => {
  const drawn = createTable(['name', '结果'])([
    ['大门 A', 'followed'],
    ['b', '未关注'],
    [null, 3],
  ]);
  const lines = drawn.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  const places = ['结果', 'followed', '未关注', '3'].map((cell, index) => {
    const line = lines[index] ?? '';
    return stringWidth(line.slice(0, line.lastIndexOf(cell)));
  });
  expect(new Set(places).size).toBe(1);
});

test('a wide heading pushes the next column as far as a wide cell would', () => {
  const [heading = '', line = ''] = createTable(['扫码时间', 'x'])([['1', 'y']]).split('\n');
  expect(stringWidth(heading.slice(0, heading.indexOf('x')))).toBe(line.indexOf('y'));
});

test('a later page keeps the widths and has no heading', () => {
  const draw = createTable(['id', 'name']);
  expect(draw([['12345', 'a']])).toBe('id     name\n12345  a\n');
  expect(draw([['1', 'b']])).toBe('1      b\n');
});

test('a long cell is cut, but not the last', () => {
  const long = '很长'.repeat(40);
  const [, line = ''] = createTable(['first', 'last'])([[long, long]]).split('\n');
  expect(line).toContain('…');
  expect(line.endsWith(long)).toBe(true);
});

test.each([
  ['\u001b[31mred', '\\u001b[31mred'],
  ['\u009b31m', '\\u009b31m'],
  ['a\u202eb', 'a\\u202eb'],
  ['two\r\nlines\tand a tab', 'two lines and a tab'],
  ['门 😀', '门 😀'],
])('%j is printed %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
  expect(createTable(['x'])([[text]])).toContain(`\n${printed}\n`);
});

test('JSON stays JSON and commands no terminal either', () => {
  const value = { param: '\u001b[31m\u009b\u202e门' };
  const line = jsonLine(value);
  expect(JSON.parse(line)).toEqual(value);
  expect(printable(line.trimEnd())).toBe(line.trimEnd());
});

test('times are this machine’s', () => {
  expect(localTime(new Date(2026, 10, 23, 9, 5).toISOString())).toBe('2026-11-23 09:05:00');
  expect(localTime(null)).toBe('');
});
