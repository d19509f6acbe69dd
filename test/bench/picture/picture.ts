/** The report as one picture: the crowd at a glance, then every case, then every promise. */
import { contenderNames } from '../contenders.ts';
import type { Report } from '../report.ts';
import { checklistHeight, drawChecklist } from './checklist.ts';
import { drawGrid, gridHeight } from './grid.ts';
import { colours, page } from './look.ts';
import type { Mark, Picture } from './marks.ts';
import { drawRush, goalsOf, rushHeight } from './rush.ts';

const rush = { phones: 500, latencyMs: 40 };

/** What a reader has to know of the machine. */
export function conditionsOf({ at, node, machine, othersBusy }: Report): string {
  const others =
    othersBusy === null ? '' : `, other work meanwhile kept ${(othersBusy * 100).toFixed(0)}% of it busy`;
  return `${at.slice(0, 10)} · Node ${node.slice(1)} · ${machine.cores} cores for everything${others}`;
}

/** Null when no crowd was measured. */
export function drawReport(report: Report): Picture | null {
  const { targets, findings, absent } = report;
  const cases = findings.cases ?? [];
  const crowd = cases.find((one) => one.phones === rush.phones && one.latencyMs === rush.latencyMs);
  if (crowd === undefined) return null;
  const missing = absent.map(({ name }) => name);
  const names = contenderNames.filter(
    (name) => missing.includes(name) || crowd.servers.some(({ server }) => server === name),
  );
  const marks: Mark[] = [];
  function heading(text: string, y: number, size: number): void {
    marks.push({ kind: 'text', x: page.left, y, text, size, fill: colours.text, bold: true });
  }

  heading('FollowDesk when 500 phones come at once', 50, 24);
  const told = { size: 13, fill: colours.quiet };
  marks.push({
    kind: 'text',
    x: page.left,
    y: 74,
    ...told,
    text: `WeChat answers in 40 ms · ${conditionsOf(report)}`,
  });
  let y = 102;
  const goals = goalsOf(crowd, targets);
  const lines = Math.max(0, ...[0, 1, 2].map((one) => goals.filter(({ measure }) => measure === one).length));
  marks.push(...drawRush(crowd, names, targets, y));
  y += rushHeight(names.length, lines) + 24;

  heading('With fewer phones, and with a WeChat that answers at once', y, 18);
  y += 30;
  marks.push(...drawGrid(cases, names, y));
  y += gridHeight(new Set(cases.map(({ latencyMs }) => latencyMs)).size) + 18;

  const measured = targets.filter(({ met }) => met !== null);
  const met = measured.filter((target) => target.met);
  heading(`Promised and measured: ${met.length} of ${measured.length} met`, y, 18);
  y += 18;
  marks.push(...drawChecklist(targets, y));
  y += checklistHeight(targets.length) + 24;
  const title = `FollowDesk beside other servers: callbacks per second, p99 and CPU per scan. ${met.length} of ${measured.length} targets met.`;
  return { width: page.width, height: y, title, ground: colours.ground, marks };
}
