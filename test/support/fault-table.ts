/**
 * The README's table of faults, between two marks: drawn from the promises and from what the last run measured, and
 * read back by a test that keeps it honest.
 */
import { type FaultName, faultNames, faultPromises } from './fault-promises.ts';

const BEGIN = '<!-- faults: written by scripts/fault-table.ts -->';
const END = '<!-- /faults -->';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** @throws when a promise was not measured: a table with holes would look like a smaller suite. */
export function drawFaultTable(measured: (name: FaultName) => string | null): string {
  const rows = faultNames.map((name) => {
    const { fault, promise } = faultPromises[name];
    const result = measured(name);
    if (result === null) throw new Error(`Nothing was measured of "${name}": run the fault suite first`);
    return `| ${[fault, promise, result].map(cell).join(' | ')} |`;
  });
  return ['| what goes wrong | what is promised | what was measured |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function bounds(readme: string): { from: number; to: number } {
  const from = readme.indexOf(BEGIN) + BEGIN.length;
  const to = readme.indexOf(END);
  if (from < BEGIN.length || to < from) throw new Error(`The README has no ${BEGIN} … ${END}`);
  return { from, to };
}

export function withFaultTable(readme: string, table: string): string {
  const { from, to } = bounds(readme);
  return `${readme.slice(0, from)}\n\n${table}\n\n${readme.slice(to)}`;
}

/** The rows that stand in the README. */
export function readFaultTable(readme: string): { fault: string; promise: string; measured: string }[] {
  const { from, to } = bounds(readme);
  const lines = readme.slice(from, to).trim().split('\n').slice(2);
  return lines.map((line) => {
    const [, fault = '', promise = '', measured = ''] = line.split(/(?<!\\)\|/).map((text) => text.trim());
    return { fault, promise, measured };
  });
}
