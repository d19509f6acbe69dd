/** The README promises what the fault suite tests: no more, no less, and with a number each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultNames, faultPromises } from '../../support/fault-promises.ts';
import { drawFaultTable, readFaultTable, withFaultTable } from '../../support/fault-table.ts';

const project = join(import.meta.dirname, '../../..');
const suite = join(project, 'test/integration/faults');
const readme = readFileSync(join(project, 'README.md'), 'utf8');

test('the README has a row for each promise, in order, each with what was measured', () => {
  const rows = readFaultTable(readme);
  expect(rows.map(({ fault, promise }) => ({ fault, promise }))).toEqual(
    faultNames.map((name) => faultPromises[name]),
  );
  for (const { fault, measured } of rows) expect(measured, fault).toMatch(/\d/);
});

test('each promise is noted by one test of the suite', () => {
  const texts = readdirSync(suite)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(suite, name), 'utf8'));
  const noted = texts.flatMap((text) => [...text.matchAll(/noteFault\(\s*'(\w+)'/g)].map(([, name]) => name));
  expect(noted.toSorted()).toEqual([...faultNames].sort());
});

test('a table is replaced as a whole, and its marks stay', () => {
  const table = drawFaultTable((name) => `1 of ${name} | 0 lost`);
  const once = withFaultTable(readme, table);
  expect(withFaultTable(once, table)).toBe(once);
  expect(readFaultTable(once)[0]?.measured).toBe('1 of killed \\| 0 lost');
  expect(() => drawFaultTable((name) => (name === 'killed' ? null : '1'))).toThrow('killed');
  expect(() => readFaultTable('# nothing')).toThrow('README');
});
