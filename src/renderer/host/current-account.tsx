/** The account the operator works with: chosen once in the header, remembered, shared by every screen. */
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { useConsole } from './console.tsx';
import { readMemory, writeMemory } from './memory.ts';

export interface CurrentAccount {
  /** Undefined while loading and when there is none. */
  account: Account | undefined;
  accounts: Account[];
  choose: (accountId: string) => void;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
}

const CurrentAccountContext = createContext<CurrentAccount | null>(null);

export function CurrentAccountProvider({ children }: { children: ReactNode }) {
  const { query } = useConsole();
  const { data, isPending, error, refetch } = useQuery(query.accounts.list.queryOptions());
  const [chosen, setChosen] = useState(() => readMemory('account'));
  const value = useMemo(() => {
    const accounts = data?.items ?? [];
    return {
      account: accounts.find(({ id }) => id === chosen) ?? accounts[0],
      accounts,
      choose(accountId: string) {
        writeMemory('account', accountId);
        setChosen(accountId);
      },
      isPending,
      error: data ? null : error,
      retry: () => void refetch(),
    };
  }, [data, chosen, isPending, error, refetch]);
  return <CurrentAccountContext value={value}>{children}</CurrentAccountContext>;
}

export function useCurrentAccount(): CurrentAccount {
  const value = useContext(CurrentAccountContext);
  if (!value) throw new Error('useCurrentAccount is called outside CurrentAccountProvider');
  return value;
}
