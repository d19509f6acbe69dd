/** What an entry is called; one that is deleted is still on record, and called so. */
import { useCallback } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { useText } from '../text/text.ts';

/** Enough of an id to tell two deleted entries apart. */
const ID_SHOWN = 6;

export function useEntryNames(entries: readonly Entry[]): (entryId: string) => string {
  const t = useText();
  return useCallback(
    (entryId: string) =>
      entries.find(({ id }) => id === entryId)?.name ??
      t('records:filters.goneEntry', { id: entryId.slice(0, ID_SHOWN) }),
    [entries, t],
  );
}
