/** Trying credentials with WeChat, one running trial per account, results kept while the screen is open. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { TokenStatus } from '#shared/model/token.ts';
import { useConsole } from '../host/console.tsx';

export type Trial =
  | { state: 'running' }
  | { state: 'ok'; status: TokenStatus }
  | { state: 'failed'; error: unknown };

export interface Trials {
  of(accountId: string): Trial | undefined;
  /** Asks for a token in the ordinary way; never throws. */
  attempt(accountId: string): Promise<void>;
  dismiss(accountId: string): void;
}

export function useTrials(): Trials {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const [trials, setTrials] = useState<ReadonlyMap<string, Trial>>(new Map());

  const set = useCallback((accountId: string, trial: Trial | null) => {
    setTrials((before) => {
      const after = new Map(before);
      if (trial) after.set(accountId, trial);
      else after.delete(accountId);
      return after;
    });
  }, []);

  const attempt = useCallback(
    async (accountId: string) => {
      set(accountId, { state: 'running' });
      try {
        const status = await client.accounts.refreshToken({ id: accountId });
        const queryKey = query.accounts.token.queryKey({ input: { id: accountId } });
        // A look taken while the fetch ran knows less than its answer.
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(queryKey, status);
        set(accountId, { state: 'ok', status });
      } catch (error) {
        set(accountId, { state: 'failed', error });
      }
    },
    [client, query, queryClient, set],
  );

  return { of: (accountId) => trials.get(accountId), attempt, dismiss: (accountId) => set(accountId, null) };
}
