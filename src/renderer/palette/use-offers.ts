/** The facts behind the palette's offers, read while it is open. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/model/host.ts';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { readMemory } from '../host/memory.ts';
import { useLock } from '../lock/use-lock.ts';
import { useScreen } from '../routing.ts';
import { useText } from '../text/text.ts';
import { type Offer, offersOf } from './offers.ts';

export function useOffers(): Offer[] {
  const t = useText();
  const { i18n } = useTranslation();
  const { query, status } = useConsole();
  const { account, accounts } = useCurrentAccount();
  const screen = useScreen();
  const { state: lock } = useLock();
  const entries = useQuery(query.entries.list.queryOptions({ input: {} })).data?.items ?? [];
  const settings = useQuery(query.host.settings.queryOptions()).data;
  const own = entries.filter(({ accountId }) => accountId === account?.id);
  // As the desk chooses it.
  const chosen = account ? readMemory(`entry.${account.id}`) : null;
  return offersOf(
    {
      screen,
      account,
      accounts,
      entries,
      entry: own.find(({ id }) => id === chosen) ?? own[0],
      listening: status.data?.callback.state === 'listening',
      settings,
      lock,
      theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
      language: i18n.language as Language,
    },
    t,
  );
}
