/** The crowd at a glance: one row for each contender, three measures beside each other, what was promised as lines. */
import { type ContenderName, contenderLabels } from '../contenders.ts';
import type { Case, Measured } from '../load.ts';
import type { Target } from '../targets.ts';
import { colours, fills, page } from './look.ts';
import type { Mark } from './marks.ts';
import { figure, linearScale, logScale, type Scale } from './scales.ts';

export interface Measure {
  title: string;
  hint: string;
  read(measured: Measured): number;
  scale(values: readonly number[], from: number, to: number): Scale;
}

export const measures: readonly Measure[] = [
  {
    title: 'Callbacks per second',
    hint: 'longer is better, log scale',
    read: ({ perSecond }) => perSecond,
    scale: logScale,
  },
  { title: 'p99 in ms', hint: 'shorter is better, log scale', read: ({ p99 }) => p99, scale: logScale },
  { title: 'CPU per scan in ms', hint: 'shorter is better', read: ({ cpuMs }) => cpuMs, scale: linearScale },
];

/** A promise about one measure, as the figure FollowDesk has to reach. */
interface Goal {
  measure: number;
  label: string;
  value: number;
  met: boolean;
}

/** A ratio that was promised, turned back into what it is a ratio of. */
export function goalsOf(rush: Case, targets: readonly Target[]): Goal[] {
  const own = rush.servers.find(({ server }) => server === 'followdesk');
  if (own === undefined) return [];
  const beside = [
    { measure: 0, title: 'callbacks/s beside ' },
    { measure: 1, title: 'p99 beside ' },
    { measure: 2, title: 'CPU per scan beside ' },
  ];
  return targets.flatMap(({ part, what, unit, wanted, limit, value, met }) => {
    const found = beside.find(({ title }) => what.startsWith(`500 phones: ${title}`));
    const measure = measures[found?.measure ?? -1];
    if (found === undefined || measure === undefined || part !== 'callbacks' || unit !== '×' || !value)
      return [];
    const sign = wanted === 'at most' ? '≤' : '≥';
    const whom = what.slice(what.indexOf(found.title) + found.title.length);
    const goal = (measure.read(own) / value) * limit;
    return [{ measure: found.measure, label: `${sign} ${limit} × ${whom}`, value: goal, met: met === true }];
  });
}

const size = { row: 30, bar: 18, labels: 262, gap: 30, figures: 52, text: 13, note: 11, goal: 17 };

export const rushHeight = (rows: number, goals: number) => 46 + rows * size.row + goals * size.goal + 24;

function panel(
  measure: Measure,
  rush: Case,
  names: readonly ContenderName[],
  goals: readonly Goal[],
  { x, y, width }: { x: number; y: number; width: number },
): Mark[] {
  const read = (name: ContenderName) => {
    const found = rush.servers.find(({ server }) => server === name);
    return found === undefined ? Number.NaN : measure.read(found);
  };
  const scale = measure.scale(
    [...names.map(read), ...goals.map(({ value }) => value)],
    x,
    x + width - size.figures,
  );
  const top = y + 46;
  const bottom = top + names.length * size.row;
  const figures: Mark[] = [];
  const marks: Mark[] = [
    { kind: 'text', x, y: y + 14, text: measure.title, size: 15, fill: colours.text, bold: true },
    { kind: 'text', x, y: y + 31, text: measure.hint, size: size.note, fill: colours.quiet },
  ];
  for (const tick of scale.ticks) {
    const at = scale.at(tick);
    marks.push({ kind: 'line', x1: at, y1: top - 4, x2: at, y2: bottom, stroke: colours.grid });
  }
  for (const [row, name] of names.entries()) {
    const value = read(name);
    const middle = top + row * size.row + size.row / 2;
    const end = Number.isFinite(value) ? Math.max(x + 2, scale.at(value)) : x;
    if (end > x) {
      const bar = { x, y: middle - size.bar / 2, width: end - x, height: size.bar };
      marks.push({ kind: 'bar', ...bar, fill: fills[name] });
    }
    const ours = name === 'followdesk';
    const place = { x: end + 6, y: middle + 4.5, size: size.text, fill: ours ? colours.text : colours.quiet };
    figures.push({ kind: 'text', ...place, text: figure(value), bold: ours, halo: ours });
  }
  const own = names.indexOf('followdesk');
  for (const [index, { label, value, met }] of goals.entries()) {
    const at = scale.at(value);
    const from = top + own * size.row - 3;
    const below = bottom + 18 + index * size.goal;
    const stroke = met ? colours.text : colours.target;
    const text = `${met ? '✓' : '✗'} ${label}: ${figure(value)}`;
    marks.push(
      { kind: 'line', x1: at, y1: from, x2: at, y2: from + size.row + 6, stroke, dashed: true },
      { kind: 'line', x1: x, y1: below - 4, x2: x + 14, y2: below - 4, stroke, dashed: true },
      { kind: 'text', x: x + 20, y: below, text, size: size.note, fill: stroke },
    );
  }
  return [...marks, ...figures];
}

/** From `y` down; those that were not measured keep their row. */
export function drawRush(
  rush: Case,
  names: readonly ContenderName[],
  targets: readonly Target[],
  y: number,
): Mark[] {
  const goals = goalsOf(rush, targets);
  const room = page.right - page.left - size.labels;
  const width = (room - (measures.length - 1) * size.gap) / measures.length;
  const labels = names.map((name, row): Mark => {
    const own = name === 'followdesk';
    return {
      kind: 'text',
      x: page.left + size.labels - 14,
      y: y + 46 + row * size.row + size.row / 2 + 4.5,
      text: contenderLabels[name],
      size: size.text,
      fill: own ? colours.text : colours.quiet,
      anchor: 'end',
      bold: own,
    };
  });
  const panels = measures.flatMap((measure, index) =>
    panel(
      measure,
      rush,
      names,
      goals.filter((goal) => goal.measure === index),
      { x: page.left + size.labels + index * (width + size.gap), y, width },
    ),
  );
  return [...labels, ...panels];
}
