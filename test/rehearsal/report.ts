/** The end of a rehearsal, as text: who came, what they were told, how long they waited, and what went wrong. */
import stringWidth from 'string-width';
import { type Manner, manners } from './phone.ts';
import type { Outcome, Progress } from './rehearsal.ts';

const words: Record<Manner, string> = {
  plain: 'scanned and read the page',
  double: 'the callback twice at once',
  impatient: 'broke it off and loaded it again',
  back: 'went back with a used code',
  reload: 'loaded the result again',
  slow: 'were slow',
  declines: 'gave no consent',
};
const MOST_NAMED = 10;

export function progressLine(
  { arrived, decided, waitingPages, lost, isCut }: Progress,
  phones: number,
): string {
  const parts = [`${arrived}/${phones} arrived`, `${decided} have their verdict`];
  parts.push(`${arrived - decided - lost} on their way`);
  if (waitingPages > 0) parts.push(`${waitingPages} waiting pages`);
  if (lost > 0) parts.push(`${lost} lost`);
  if (isCut) parts.push("WeChat's network is away");
  return parts.join(' · ');
}

function row(what: string, ...values: (string | number)[]): string {
  const gap = ' '.repeat(Math.max(1, 34 - stringWidth(what)));
  return `  ${what}${gap}${values.map((value) => String(value).padStart(9)).join('')}`;
}

function milliseconds(values: readonly number[]): string[] {
  const sorted = values.toSorted((one, other) => one - other);
  return [0.5, 0.99, 1].map((share) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return value < 10_000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`;
  });
}

export function isGood({ arrivals, stories, lost, wrong }: Outcome): boolean {
  return lost.length === 0 && wrong.length === 0 && stories.length === arrivals.length;
}

export function reportOf(outcome: Outcome): string {
  const { arrivals, stories, lost, wrong, summary, seconds } = outcome;
  const inManner = Map.groupBy(arrivals, ({ manner }) => manner);
  const asked = stories.filter(({ waitingPages }) => waitingPages > 0).length;
  const troubles = [...lost, ...wrong];
  return [
    row('people arrived', arrivals.length),
    ...manners.map((manner) => row(`  ${words[manner]}`, inManner.get(manner)?.length ?? 0)),
    '',
    row('on record', summary.scanned),
    row('  已关注 followed', summary.followed),
    row('  未关注 not followed', summary.notFollowed),
    row('  未知 unknown: no consent', summary.unknown),
    '',
    row('waits', 'p50', 'p99', 'longest'),
    row('  until the page', ...milliseconds(stories.map(({ pageMs }) => pageMs))),
    row('  until the verdict', ...milliseconds(stories.map(({ verdictMs }) => verdictMs))),
    row('  asked to wait, and served then', asked),
    '',
    ...troubles.slice(0, MOST_NAMED).map((trouble) => `  ✗ ${trouble}`),
    ...(troubles.length > MOST_NAMED ? [`  ✗ … and ${troubles.length - MOST_NAMED} more`] : []),
    isGood(outcome)
      ? `  ✓ everybody was counted once, with the right verdict, in ${seconds.toFixed(0)} s`
      : '  ✗ not everybody was counted once with the right verdict',
  ].join('\n');
}
