/** Flags: what a hurried or narrowed run must never do is replace the report. */
import { expect, test } from 'vitest';
import { partNames, readOptions } from '../../bench/options.ts';

test('without flags a whole run becomes the report, with everybody and no soak', () => {
  const options = readOptions([]);
  expect(options.official).toBe(true);
  expect(options.contenders).toContain('php');
  expect(options.concurrency).toEqual([1, 50, 500]);
  expect(options.latency).toEqual([0, 40]);
  expect(options.parts).not.toContain('soak');
  expect(readOptions(['--all']).parts).toEqual(partNames);
  expect(readOptions(['--all']).official).toBe(true);
});

test.each([
  ['--quick'],
  ['--only', 'callbacks'],
  ['--contenders', 'followdesk'],
  ['--concurrency', '500'],
  ['--latency', '40'],
  ['--slices', '1'],
  ['--report', '/tmp/elsewhere'],
  ['--soak', '2'],
  ['--followers'],
  ['--all', '--quick'],
])('%s %s does not become the report', (...flags) => {
  expect(readOptions(flags).official).toBe(false);
});

test('what is named is measured, in the order of the tables', () => {
  const options = readOptions(['--contenders', 'php, followdesk', '--only', 'clients,callbacks']);
  expect(options.contenders).toEqual(['followdesk', 'php']);
  expect(options.parts).toEqual(['callbacks', 'clients']);
  expect(readOptions(['--soak', '2'])).toMatchObject({ parts: ['soak'], soakMinutes: 2 });
  expect(readOptions(['--exports']).parts).toEqual(['exports']);
});

test('a plan is changed for one run only', () => {
  expect(readOptions(['--slices', '11']).plan.rushSlices).toBe(11);
  expect(readOptions([]).plan.rushSlices).not.toBe(11);
});

test.each([
  [['--contenders', 'fastify'], 'fastify'],
  [['--only', 'everything'], 'everything'],
  [['--concurrency', 'many'], 'many'],
  [['--latency=-1'], '-1'],
  [['--faster'], '--faster'],
])('%s is refused by name', (flags, name) => {
  expect(() => readOptions(flags)).toThrow(name);
});
