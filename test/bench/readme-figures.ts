/** The README's figures, between two marks: written by a whole run from what it measured, and by nobody's hand. */
import { beside } from './beside.ts';
import { type ContenderName, contenderLabels, contenderNames } from './contenders.ts';
import type { Case, Measured } from './load.ts';
import { conditionsOf } from './picture/picture.ts';
import { figure } from './picture/scales.ts';
import type { Report } from './report.ts';
import { sayTarget } from './tables.ts';

const BEGIN = '<!-- bench: written by npm run bench -->';
const END = '<!-- /bench -->';
const picture = '![FollowDesk beside other servers](test/bench/report/report.svg)';

/** The first column to the left, the rest to the right; padded as the formatter would. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(4, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows;
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

function perScan({ calls }: Measured): number {
  return (calls['/cgi-bin/user/info'] ?? 0) + (calls['/cgi-bin/user/info/batchget'] ?? 0);
}

function rowOf(name: ContenderName, { servers }: Case): string[] {
  const one = servers.find(({ server }) => server === name);
  const own = servers.find(({ server }) => server === 'followdesk');
  if (one === undefined || own === undefined) return [contenderLabels[name], ...Array(8).fill('–')];
  const ours = name === 'followdesk';
  const times = (ratio = Number.NaN) => (ours ? '' : `${figure(ratio)} ×`);
  return [
    ours ? '**FollowDesk**' : contenderLabels[name],
    figure(one.perSecond),
    times(beside(own, one, 'perSecond')),
    figure(one.p50),
    figure(one.p99),
    figure(one.cpuMs),
    times(beside(one, own, 'cpuMs')),
    figure(perScan(one)),
    figure(one.tokenCalls / one.visits),
    figure(one.residentBytes / 1e6),
  ];
}

const heads = [
  'who answers',
  'callbacks/s',
  'ours beside it',
  'p50 ms',
  'p99 ms',
  'CPU ms per scan',
  'CPU beside ours',
  'look-ups per scan',
  'tokens per scan',
  'MB',
];

/** How many were met, and each that was not. */
function promisesOf({ targets }: Report): string {
  const measured = targets.filter(({ met }) => met !== null);
  const missed = measured.filter(({ met }) => !met);
  const met = `Promises met in that run: ${measured.length - missed.length} of ${measured.length}`;
  if (missed.length === 0) return `${met}.`;
  const lines = missed.map((target) => {
    const { wanted, measured: found } = sayTarget(target);
    return `- ${target.what}: ${found}, wanted ${wanted}`;
  });
  return [`${met}; not met:`, lines.join('\n')].join('\n\n');
}

/** @throws when the crowd was not measured. */
export function drawFigures(report: Report): string {
  const rush = report.findings.cases?.find(({ phones, latencyMs }) => phones === 500 && latencyMs === 40);
  if (rush === undefined) throw new Error('The README shows a crowd of 500, which was not measured');
  const absent = report.absent.map(({ name, why }) => `${contenderLabels[name]} is absent: ${why}.`);
  return [
    picture,
    `500 phones at once, WeChat answering in 40 ms: ${conditionsOf(report)}.`,
    markdownTable([heads, ...contenderNames.map((name) => rowOf(name, rush))]),
    ...absent,
    promisesOf(report),
  ].join('\n\n');
}

/** @throws when the README has no place for them. */
export function withFigures(readme: string, figures: string): string {
  const from = readme.indexOf(BEGIN) + BEGIN.length;
  const to = readme.indexOf(END);
  if (from < BEGIN.length || to < from) throw new Error(`The README has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, from)}\n\n${figures}\n\n${readme.slice(to)}`;
}
