/** What a printing would be: its sheets, what may keep its codes from working, and how its codes read. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { qrShape } from '../components/qr/qr-shape.ts';
import { isLoopback } from '../desk/loopback.ts';
import { useShortLinks } from '../desk/use-short-links.ts';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import type { Gate, PosterChoices } from './choices.ts';
import { composeSheets, type Sheet } from './compose.ts';
import { createMeasure } from './paint.ts';

/**
 * `sandbox`: only the bundled simulator knows these codes · `loopback`: only this computer can open them ·
 * `unsettled`: they hold an address nobody has fixed.
 */
export type Danger = 'sandbox' | 'loopback' | 'unsettled';

export interface Printing {
  /** Empty while the links are not known, or no entry is chosen. */
  sheets: Sheet[];
  /** Where the codes lead. */
  address: string | null;
  danger: Danger | null;
  /** The link is too long for a code. */
  tooLong: boolean;
  error: Error | null;
  refetch: () => void;
}

export function usePrinting(
  account: Account,
  entries: readonly Entry[],
  chosen: readonly Entry[],
  choices: Omit<PosterChoices, 'stamp'>,
): Printing {
  const t = useText();
  const { linkOf, error, refetch } = useShortLinks(entries);
  const [first] = entries;
  const link = linkOf && first ? linkOf(first) : null;
  const measure = useMemo(createMeasure, []);
  const base = link && first ? link.slice(0, -first.id.length) : null;
  const address = base?.replace(/\/go\/$/, '') ?? null;
  const danger = useDanger(account, address);
  const stamp = danger === 'sandbox' || danger === 'loopback' ? t('posters:loopback.stamp') : null;
  const gates = useMemo(() => (base === null ? [] : gatesOf(entries, base)), [entries, base]);
  const sheets = useMemo(() => {
    const ids = new Set(chosen.map(({ id }) => id));
    const those = gates?.filter(({ id }) => ids.has(id)) ?? [];
    return composeSheets(those, { ...choices, stamp }, measure);
  }, [gates, chosen, choices, stamp, measure]);
  return { sheets, address, danger, tooLong: gates === null, error, refetch };
}

/** Drawn once, however often the poster around them changes; null when the links are too long for any code. */
function gatesOf(entries: readonly Entry[], base: string): Gate[] | null {
  try {
    return entries.map(({ id, name }) => {
      const link = base + id;
      return { id, name, link, shape: qrShape(link) };
    });
  } catch {
    return null;
  }
}

function useDanger(account: Account, address: string | null): Danger | null {
  const { query, status } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions()).data;
  if (account.sandbox) return 'sandbox';
  if (address === null) return null;
  if (isLoopback(address)) return 'loopback';
  const callback = status.data?.callback;
  const isOwn = callback?.state === 'listening' && callback.url === address;
  return isOwn && settings?.publicUrl === null ? 'unsettled' : null;
}
