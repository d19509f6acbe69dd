/**
 * Who is selected. The rule: never more than one tagging takes, and what cannot be selected is said, not left out.
 */

/** The most people that one tagging takes, as the contract has it. */
export const MOST_SELECTED = 10_000;

export interface Selection {
  openids: ReadonlySet<string>;
  /** Where a range begins: the row that was selected, or left out, last. */
  anchor: number | null;
  /** Something was too much. */
  refused: 'most' | 'range' | null;
}

export const NOBODY_SELECTED: Selection = { openids: new Set(), anchor: null, refused: null };

export function withToggled({ openids }: Selection, openid: string, index: number): Selection {
  const next = new Set(openids);
  if (next.delete(openid)) return { openids: next, anchor: index, refused: null };
  if (openids.size >= MOST_SELECTED) return { openids, anchor: index, refused: 'range' };
  return { openids: next.add(openid), anchor: index, refused: null };
}

/** Everybody from the anchor to `index` too. `openidAt` does not know rows that were forgotten since. */
export function withRange(
  selection: Selection,
  index: number,
  openidAt: (index: number) => string | undefined,
): Selection {
  const { openids, anchor } = selection;
  const [from, to] = [Math.min(anchor ?? index, index), Math.max(anchor ?? index, index)];
  const next = new Set(openids);
  for (let row = from; row <= to; row += 1) {
    const openid = openidAt(row);
    if (openid !== undefined) next.add(openid);
    if (openid === undefined || next.size > MOST_SELECTED) return { ...selection, refused: 'range' };
  }
  return { openids: next, anchor: anchor ?? index, refused: null };
}

/** The first of `openids`, as many as can be. */
export function selectionOf(openids: readonly string[], isAll: boolean): Selection {
  const most = openids.slice(0, MOST_SELECTED);
  const isCut = !isAll || openids.length > most.length;
  return { openids: new Set(most), anchor: null, refused: isCut ? 'most' : null };
}
