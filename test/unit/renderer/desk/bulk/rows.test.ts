import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedItem } from '#renderer/desk/bulk/refused-item.ts';
import { type Draft, isBroken, itemsToMake, rowsOf } from '#renderer/desk/bulk/rows.ts';
import { EntriesInput } from '#shared/model/entry.ts';

const draft: Draft = { how: 'pattern', pattern: '入口 {n}', from: 1, count: 3, list: '', param: '' };
const list = (text: string, param = ''): Draft => ({ ...draft, how: 'list', list: text, param });
const nobody: ReadonlySet<string> = new Set();
const namesOf = (said: Draft) => rowsOf(said, nobody).map(({ name }) => name);

test('a pattern counts, with as many digits as it has letters', () => {
  expect(namesOf(draft)).toEqual(['入口 1', '入口 2', '入口 3']);
  expect(namesOf({ ...draft, pattern: ' {nn}-{nnn} ', from: 9 })).toEqual(['09-009', '10-010', '11-011']);
  expect(namesOf({ ...draft, pattern: '  ' })).toEqual([]);
});

test('the parameter may hold the number and the name', () => {
  const rows = rowsOf({ ...draft, param: 'gate-{n}-{name}', from: 7, count: 1 }, nobody);
  expect(rows).toEqual([{ row: 1, name: '入口 7', param: 'gate-7-入口 7', trouble: null }]);
  // A name that looks like a pattern is not filled in again.
  expect(rowsOf(list('{n}', '{name}'), nobody)[0]?.param).toBe('{n}');
});

test('a pasted list has a name per line and may have a column of parameters', () => {
  const rows = rowsOf(list('  大门\r\n\n签到台 A\tdesk-a\r签到台 B\t', 'p{n}'), nobody);
  expect(rows.map(({ name, param }) => [name, param])).toEqual([
    ['大门', 'p1'],
    ['签到台 A', 'desk-a'],
    ['签到台 B', 'p3'],
  ]);
});

test('what is wrong is said by row: too long, twice, there already', () => {
  const rows = rowsOf(list(`A\nB\nA\n${'x'.repeat(61)}\n\tp\nC\t${'p'.repeat(513)}\nA`), new Set(['B']));
  expect(rows.map(({ trouble }) => trouble)).toEqual([
    null,
    { kind: 'exists' },
    { kind: 'twice', row: 1 },
    { kind: 'name_too_long' },
    { kind: 'name_missing' },
    { kind: 'param_too_long' },
    { kind: 'twice', row: 1 },
  ]);
  expect(rows.map(isBroken)).toEqual([false, false, true, true, true, true, true]);
});

test('names that exist are left out unless somebody wants them twice', () => {
  const rows = rowsOf(list('A\nB'), new Set(['A']));
  expect(itemsToMake(rows, true)).toEqual([{ name: 'B', param: '' }]);
  expect(itemsToMake(rows, false)).toHaveLength(2);
});

test('whatever is pasted: what the preview calls fine, the contract takes', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '门', ' ', '{n}', '{nn}', '{name}', '\t', '\u3000', '😀'),
    maxLength: 70,
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), cell, (lines, param) => {
      const rows = rowsOf(list(lines.join('\n'), param), nobody);
      const fine = rows.filter((row) => !isBroken(row));
      if (fine.length === 0) return;
      const sent = { accountId: 'a', items: itemsToMake(fine, true) };
      expect(EntriesInput.safeParse(sent).error?.issues ?? []).toEqual([]);
      expect(EntriesInput.parse(sent).items).toEqual(sent.items);
    }),
  );
});

test('the host’s answer names the row it did not accept', () => {
  const answer = (path: unknown[]) =>
    Object.assign(new Error('x'), { code: 'BAD_REQUEST', status: 400, data: { issues: [{ path }] } });
  expect(refusedItem(answer(['items', '3', 'name']))).toBe(3);
  expect(refusedItem(answer(['accountId']))).toBeNull();
  expect(refusedItem(new Error('offline'))).toBeNull();
});
