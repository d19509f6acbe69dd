/** The README's figures are those of a run, in tables that the formatter leaves alone. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawFigures, markdownTable, withFigures } from '../../bench/readme-figures.ts';
import { goodDay, reportOf, someCases } from './a-report.ts';

test('every contender has its row, and ratios are FollowDesk beside it', () => {
  const figures = drawFigures(reportOf({ cases: someCases(goodDay), tokenCalls: 1 }));
  const row = figures.split('\n').find((line) => line.startsWith('| the original PHP'));
  const cells = row?.split('|').map((cell) => cell.trim());
  expect(cells?.slice(2, 11)).toEqual(['29', '138 ×', '100', '12,579', '1.17', '5.85 ×', '1', '1', '150']);
  expect(figures).toContain('2026-11-23');
});

test('who is absent has a row of gaps and a reason', () => {
  const { php: _, ...rest } = goodDay;
  const absent = [{ name: 'php' as const, why: 'it is not installed' }];
  const figures = drawFigures(reportOf({ cases: someCases(rest) }, { absent }));
  expect(figures).toMatch(/\| the original PHP[^|]*(\| +– )+\|/);
  expect(figures).toContain('is absent: it is not installed.');
});

test('a promise that was not met is named, with what was wanted', () => {
  const slow = { ...goodDay, followdesk: { ...goodDay.followdesk, cpuMs: 0.3 } };
  const figures = drawFigures(reportOf({ cases: someCases(slow), tokenCalls: 1 }));
  expect(figures).toContain('Promises met in that run: 9 of 10; not met:');
  expect(figures).toContain('- 500 phones: CPU per scan beside floor-batch: 2 ×, wanted ≤ 1.5 ×');
});

test('columns line up', () => {
  const lines = markdownTable([
    ['who', 'much'],
    ['a long name', '1'],
  ]).split('\n');
  expect(lines).toEqual(['| who         | much |', '| ----------- | ---: |', '| a long name |    1 |']);
});

test('the README has a place for them, and keeps the rest', () => {
  const readme = readFileSync('README.md', 'utf8');
  const written = withFigures(readme, 'FIGURES');
  expect(written).toContain('\n\nFIGURES\n\n');
  expect(written.split('\n')[0]).toBe(readme.split('\n')[0]);
  expect(withFigures(written, 'OTHERS')).toBe(withFigures(readme, 'OTHERS'));
  expect(() => withFigures('# Nothing', 'FIGURES')).toThrow('has no');
});
