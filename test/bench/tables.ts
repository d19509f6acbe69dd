/** The findings as text, in columns that stay in place. */
import type { ClientTurns } from './clients.ts';
import type { DeskTimes } from './desk.ts';
import type { MeasuredExport } from './exports.ts';
import type { Waits } from './follower-searches.ts';
import type { Case, Measured } from './load.ts';
import type { MemoryUse } from './memory.ts';
import type { StoredFollowers } from './stored-followers.ts';
import type { StoredScans } from './stored-scans.ts';
import type { Target, Unit } from './targets.ts';

/** Tables of one kind line up under each other. */
const narrowest = [34, 7];

/** The first column to the left, the rest to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(narrowest[Math.min(column, 1)] ?? 0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => `  ${line(row).join('  ').trimEnd()}`).join('\n');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}

export function caseTable({ phones, latencyMs, servers }: Case): string {
  const title = `${phones} phone${phones === 1 ? '' : 's'}, WeChat answers in ${latencyMs} ms`;
  const heads = [
    '/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'calls',
    'RSS MB',
    'scans',
    'errors',
    'WeChat',
    'phones',
    'others',
  ];
  const rows = servers.map((one) => [
    one.server,
    one.perSecond.toFixed(0),
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    one.cpuMs.toFixed(3),
    one.callsPerVisit.toFixed(3),
    megabytes(one.residentBytes),
    String(one.visits),
    String(one.errors),
    percent(one.standinBusy),
    percent(one.phonesBusy),
    percent(one.othersBusy),
  ]);
  return table([[title, ...heads], ...rows]);
}

export function soakLine(
  { visits, perSecond, p99, cpuMs, residentBytes, errors }: Measured,
  at: number,
): string {
  const facts = [
    `${(at / 60_000).toFixed(2)} min`,
    `${perSecond.toFixed(0)}/s`,
    `p99 ${p99.toFixed(0)} ms`,
    `CPU ${cpuMs.toFixed(3)} ms`,
    `RSS ${megabytes(residentBytes)} MB`,
    `${visits} scans`,
    `${errors} errors`,
  ];
  return `  ${facts.map((fact) => fact.padStart(14)).join('')}`;
}

export function storedTable(stored: readonly StoredScans[]): string {
  const rows = stored.map((one) => [
    `${one.scans.toLocaleString('en')} stored scans`,
    one.readyMs.toFixed(0),
    one.listMs.toFixed(2),
    one.openidMs.toFixed(2),
    one.dayAndVerdictMs.toFixed(2),
    one.summaryMs.toFixed(2),
    megabytes(one.residentBytes),
    percent(one.othersBusy),
  ]);
  const heads = ['ready ms', 'newest 100', 'openid', 'day, verdict', 'counters ms', 'RSS MB', 'others'];
  return table([['Headless', ...heads], ...rows]);
}

export function memoryTable(memory: readonly MemoryUse[]): string {
  const rows = memory.map(({ server, visits, errors, residentBytes }) => [
    server,
    String(visits),
    String(errors),
    megabytes(residentBytes),
  ]);
  return table([['Memory after a crowd', 'scans', 'errors', 'RSS MB'], ...rows]);
}

export function deskTable({
  phones,
  wechatMs,
  taps,
  missing,
  errors,
  othersBusy,
  ...waited
}: DeskTimes): string {
  const beyond = [waited.p50, waited.p99, waited.max].map((wait) => (wait - wechatMs).toFixed(1));
  const facts = [String(taps), String(missing), String(errors), percent(othersBusy)];
  const heads = ['p50 ms', 'p99 ms', 'max ms', 'taps', 'missing', 'errors', 'others'];
  return table([
    [`Tap to desk, ${phones} phones`, ...heads],
    ['from the tap', ...waits(waited), ...facts],
    [`beyond WeChat's ${wechatMs} ms`, ...beyond],
  ]);
}

function waits({ p50, p99, max }: Waits): string[] {
  return [p50, p99, max].map((wait) => wait.toFixed(1));
}

export function directoryTables({ followers, fillSeconds, others, searches, sync }: StoredFollowers): string {
  const heads = ['p50 ms', 'p99 ms', 'max ms'];
  const title = `${followers.toLocaleString('en')} followers`;
  const asked = searches.map((one) => [one.kind, ...waits(one), one.cpuMs.toFixed(1)]);
  const during = [
    ['a page of the directory', ...waits(sync.pages)],
    ['the door', ...waits(sync.door)],
    ['the door before', ...waits(sync.quietDoor)],
  ];
  const memory = `${megabytes(sync.residentBefore)} → at most ${megabytes(sync.residentPeak)} MB`;
  const facts = `filled in ${fillSeconds.toFixed(0)} s; a sync reads ${sync.peoplePerSecond.toFixed(0)} people/s, memory ${memory}`;
  return [
    table([[title, ...heads, 'CPU ms'], ...asked]),
    table([['While a sync writes', ...heads], ...during]),
    `  ${facts}`,
    `  Meanwhile other processes kept ${percent(others)} of all cores busy.`,
  ].join('\n\n');
}

export function exportTable(measured: readonly MeasuredExport[]): string {
  const rows = measured.map((one) => [
    one.format === 'none' ? 'no export' : one.format,
    one.format === 'none' ? '' : (one.rows / one.seconds).toFixed(0),
    one.seconds.toFixed(1),
    one.cpuSeconds.toFixed(1),
    megabytes(one.bytes),
    megabytes(one.grownByHalf),
    megabytes(one.grown),
    one.heldMs.toFixed(0),
    one.p50.toFixed(0),
    one.p99.toFixed(0),
    String(one.visits),
    String(one.errors),
  ]);
  const heads = ['rows/s', 's', 'CPU s', 'MB', 'RSS +½', 'RSS +MB', 'held ms', 'p50 ms', 'p99 ms'];
  const many = Math.max(...measured.map((one) => one.rows)).toLocaleString('en');
  return table([[`${many} scans exported, 5 phones`, ...heads, 'scans', 'errors'], ...rows]);
}

export function clientTable({ followdesk, undici, axios, besideUndici }: ClientTurns): string {
  const row = (name: string, cost: number, ratio = cost / undici) => [
    name,
    cost.toFixed(4),
    `${ratio.toFixed(2)} ×`,
  ];
  return table([
    ['One user/info call', 'CPU ms', 'undici'],
    row('bare undici dispatcher', undici),
    row('our client (axios, lean adapter)', followdesk, besideUndici),
    row('axios, its own adapter', axios),
  ]);
}

function amount(value: number, unit: Unit): string {
  const digits = unit === 'ms' || unit === 'MB' ? 1 : 2;
  return `${Number.isInteger(value) ? value : value.toFixed(digits)} ${unit}`;
}

/** What is wanted and what was measured, as people read it. */
export function sayTarget({ wanted, limit, unit, value, met }: Target) {
  return {
    wanted: `${wanted === 'at most' ? '≤' : '≥'} ${limit} ${unit}`,
    measured: value === null ? '–' : amount(value, unit),
    verdict: met === null ? 'not measured' : met ? 'met' : 'NOT MET',
  };
}

export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map((target) => {
    const { wanted, measured, verdict } = sayTarget(target);
    return [target.what, wanted, measured, verdict];
  });
  return table([['Targets', 'wanted', 'measured', ''], ...rows]);
}
