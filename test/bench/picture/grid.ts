/** Every case: a small chart for each measure and each of WeChat's speeds, grouped by how many phones come at once. */
import type { ContenderName } from '../contenders.ts';
import type { Case } from '../load.ts';
import { colours, fills, page, shortLabels } from './look.ts';
import { type Mark, widthOf } from './marks.ts';
import { type Measure, measures } from './rush.ts';
import { figure } from './scales.ts';

const size = {
  chart: 150,
  gap: 40,
  axis: 46,
  legend: 30,
  head: 22,
  foot: 24,
  between: 16,
  note: 11,
  widest: 26,
};

export const gridHeight = (speeds: number) =>
  size.legend + speeds * (size.head + size.chart + size.foot + size.between);

function legend(names: readonly ContenderName[], y: number): Mark[] {
  let x = page.left;
  return names.flatMap((name): Mark[] => {
    const text = shortLabels[name];
    const at = x;
    x += 16 + widthOf({ text, size: 12 }) + 18;
    return [
      { kind: 'bar', x: at, y: y - 10, width: 11, height: 11, fill: fills[name] },
      { kind: 'text', x: at + 16, y, text, size: 12, fill: colours.quiet },
    ];
  });
}

function chart(
  measure: Measure,
  cases: readonly Case[],
  names: readonly ContenderName[],
  { x, y, width, title }: { x: number; y: number; width: number; title: string },
): Mark[] {
  const top = y + size.head;
  const bottom = top + size.chart;
  const values = cases.flatMap(({ servers }) => servers.map(measure.read));
  // Room for a figure above the tallest bar.
  const scale = measure.scale(values, bottom, top + 16);
  const left = x + size.axis;
  const marks: Mark[] = [
    { kind: 'text', x, y: y + 8, text: title, size: 12, fill: colours.text, bold: true },
  ];
  for (const tick of scale.ticks) {
    const at = scale.at(tick);
    marks.push(
      { kind: 'line', x1: left, y1: at, x2: x + width, y2: at, stroke: colours.grid },
      {
        kind: 'text',
        x: left - 6,
        y: at + 3.5,
        text: figure(tick),
        size: size.note,
        fill: colours.quiet,
        anchor: 'end',
      },
    );
  }
  const group = (width - size.axis) / cases.length;
  const bar = Math.min((group * 0.84) / names.length, size.widest);
  const figures: Mark[] = [];
  for (const [index, { phones, servers }] of cases.entries()) {
    const from = left + (index + 0.5) * group - (bar * names.length) / 2;
    for (const [place, name] of names.entries()) {
      const found = servers.find(({ server }) => server === name);
      const value = found === undefined ? Number.NaN : measure.read(found);
      if (!Number.isFinite(value) || value <= 0) continue;
      const height = Math.max(1.5, bottom - scale.at(value));
      const at = from + place * bar;
      marks.push({ kind: 'bar', x: at, y: bottom - height, width: bar - 1.5, height, fill: fills[name] });
      if (name === 'followdesk')
        figures.push(figureAbove({ value, left, right: at + bar, top: bottom - height }));
    }
    marks.push({
      kind: 'text',
      x: left + index * group + group / 2,
      y: bottom + 15,
      text: phones === 1 ? '1 phone' : `${phones} phones`,
      size: size.note,
      fill: colours.quiet,
      anchor: 'middle',
    });
  }
  return [...marks, ...figures];
}

/** To the left of where the next bar begins, which may be taller, but not over the axis. */
function figureAbove({
  value,
  left,
  right,
  top,
}: {
  value: number;
  left: number;
  right: number;
  top: number;
}): Mark {
  const text = figure(value);
  const bold = { size: size.note, fill: colours.text, bold: true, halo: true };
  const x = Math.max(right, left + widthOf({ text, ...bold }));
  return { kind: 'text', x, y: top - 4, text, anchor: 'end', ...bold };
}

/** From `y` down. */
export function drawGrid(cases: readonly Case[], names: readonly ContenderName[], y: number): Mark[] {
  const speeds = [...new Set(cases.map(({ latencyMs }) => latencyMs))];
  const width = (page.right - page.left - (measures.length - 1) * size.gap) / measures.length;
  const charts = speeds.flatMap((latencyMs, row) =>
    measures.flatMap((measure, column) =>
      chart(
        measure,
        cases.filter((one) => one.latencyMs === latencyMs),
        names,
        {
          x: page.left + column * (width + size.gap),
          y: y + size.legend + row * (size.head + size.chart + size.foot + size.between),
          width,
          title: `${measure.title}, WeChat in ${latencyMs} ms`,
        },
      ),
    ),
  );
  return [...legend(names, y + 4), ...charts];
}
