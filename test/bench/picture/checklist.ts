/** Each promise in a line, with what was measured: met, not met, or not measured in this run. */
import { sayTarget } from '../tables.ts';
import type { Target } from '../targets.ts';
import { colours, page } from './look.ts';
import type { Mark } from './marks.ts';

const row = 23;
const gap = 44;

export const checklistHeight = (targets: number) => Math.ceil(targets / 2) * row;

export function drawChecklist(targets: readonly Target[], y: number): Mark[] {
  const rows = Math.ceil(targets.length / 2);
  const width = (page.right - page.left - gap) / 2;
  return targets.flatMap((target, index): Mark[] => {
    const x = page.left + (index < rows ? 0 : width + gap);
    const line = y + (index % rows) * row + 12;
    const { met, what } = target;
    const { wanted, measured } = sayTarget(target);
    const fill = met === null ? colours.unknown : met ? colours.met : colours.target;
    return [
      { kind: 'dot', x: x + 6, y: line - 4.5, fill, ring: met !== true },
      { kind: 'text', x: x + 20, y: line, text: what, size: 12.5, fill: colours.text },
      {
        kind: 'text',
        x: x + width - 92,
        y: line,
        text: measured,
        size: 12.5,
        fill,
        anchor: 'end',
        bold: true,
      },
      { kind: 'text', x: x + width, y: line, text: wanted, size: 12.5, fill: colours.quiet, anchor: 'end' },
    ];
  });
}
