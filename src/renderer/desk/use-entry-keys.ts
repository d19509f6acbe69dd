/** Going from entry to entry by keys: the next, the one before, the first nine by number. */
import type { Entry } from '#shared/model/entry.ts';
import { useShortcuts } from './use-shortcuts.ts';

export function useEntryKeys(
  entry: Entry,
  entries: readonly Entry[],
  onChoose: (entry: Entry) => void,
): void {
  const at = entries.findIndex(({ id }) => id === entry.id);
  function choose(index: number): void {
    const chosen = entries[index];
    if (chosen && chosen.id !== entry.id) onChoose(chosen);
  }
  useShortcuts({
    nextEntry: () => choose((at + 1) % entries.length),
    previousEntry: () => choose((at - 1 + entries.length) % entries.length),
    pickEntry: (key) => choose(Number(key) - 1),
  });
}
