/** What the charts share: their size, and the order in which verdicts are stacked. */
import type { Verdict } from '#shared/model/verdict.ts';

export const CHART_HEIGHT = 170;
export const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 } as const;

/** From the axis outwards. */
export const STACK = [
  { key: 'followed', verdict: 'followed' },
  { key: 'notFollowed', verdict: 'not_followed' },
  { key: 'unknown', verdict: 'unknown' },
] as const satisfies { key: 'followed' | 'notFollowed' | 'unknown'; verdict: Verdict }[];
