/** The gates on screen: entries with their counts, narrowed, in the order asked for, and summed up. */
import type { Entry } from '#shared/model/entry.ts';
import type { ScanCount, ScanSummary } from '#shared/model/scan.ts';

/** From here on searching and sorting are worth their room. */
export const MANY_GATES = 9;

export const SORTS = ['made', 'name', 'scanned', 'rate'] as const;
export type Sort = (typeof SORTS)[number];

export type Numbers = Pick<ScanSummary, 'scanned' | 'followed' | 'notFollowed' | 'unknown'>;

export interface Gate {
  entry: Entry;
  numbers: Numbers;
}

const NONE: Numbers = { scanned: 0, followed: 0, notFollowed: 0, unknown: 0 };

/** In the order the entries were made. */
export function gatesOf(entries: readonly Entry[], counts: readonly ScanCount[]): Gate[] {
  const byEntry = new Map(counts.map((count) => [count.entryId, count]));
  return entries.map((entry) => {
    const { scanned, followed, notFollowed, unknown } = byEntry.get(entry.id) ?? NONE;
    return { entry, numbers: { scanned, followed, notFollowed, unknown } };
  });
}

/** Of the whole account: scans of entries that were deleted count too, as they do on the desk. */
export function totalOf(counts: readonly ScanCount[]): ScanSummary {
  const sum = (name: keyof Numbers) => counts.reduce((total, count) => total + count[name], 0);
  const [followed, notFollowed] = [sum('followed'), sum('notFollowed')];
  return {
    scanned: sum('scanned'),
    followed,
    notFollowed,
    unknown: sum('unknown'),
    annulled: 0,
    followRate: rateOf({ followed, notFollowed }),
  };
}

/** How many of the scans belong to no entry that is still there. */
export function scansOfRemoved(entries: readonly Entry[], counts: readonly ScanCount[]): number {
  const known = new Set(entries.map(({ id }) => id));
  return counts
    .filter(({ entryId }) => entryId === null || !known.has(entryId))
    .reduce((total, { scanned }) => total + scanned, 0);
}

/** Those whose name or parameter holds what was typed, sorted; gates that are equal stay as they were made. */
export function arranged(gates: readonly Gate[], query: string, sort: Sort): Gate[] {
  const sought = plain(query.trim());
  const found = gates.filter(
    ({ entry }) => plain(entry.name).includes(sought) || plain(entry.param).includes(sought),
  );
  return sort === 'made' ? found : found.toSorted(comparers[sort]);
}

const inOrder = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

const comparers: Record<Exclude<Sort, 'made'>, (one: Gate, other: Gate) => number> = {
  name: (one, other) => inOrder.compare(one.entry.name, other.entry.name),
  scanned: (one, other) => other.numbers.scanned - one.numbers.scanned,
  // Gates where nobody got a verdict yet have no rate, and come last.
  rate: (one, other) => (rateOf(one.numbers) ?? 2) - (rateOf(other.numbers) ?? 2),
};

/** Null before anybody got a verdict. */
export function rateOf({ followed, notFollowed }: Pick<Numbers, 'followed' | 'notFollowed'>): number | null {
  return followed + notFollowed === 0 ? null : followed / (followed + notFollowed);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
