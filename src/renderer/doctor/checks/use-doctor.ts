/**
 * The doctor of one account. What was found, and that it is being looked for, outlive the screen: both are in
 * the query cache, so that leaving and coming back neither loses a report nor asks WeChat twice.
 */
import { skipToken, useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { CheckName } from '#shared/model/doctor.ts';
import { useConsole } from '../../host/console.tsx';
import { addReport, checksByItself, type Examination } from './examination.ts';

interface Asked {
  /** As it was when asked. */
  account: Account;
  /** Absent: every check. */
  checks?: CheckName[];
}

/** Where an account's examination is in the query cache. */
export function examinationKey(accountId: string): readonly string[] {
  return ['examination', accountId];
}

export function useDoctor(account: Account) {
  const { client } = useConsole();
  const cache = useQueryClient();
  const key = examinationKey(account.id);
  const { data: examination } = useQuery<Examination>({
    queryKey: key,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const { mutate, error } = useMutation({
    mutationKey: key,
    mutationFn: ({ account: { id }, checks }: Asked) => client.accounts.doctor({ id, checks }),
    onSuccess: (report, asked) =>
      cache.setQueryData<Examination>(examinationKey(asked.account.id), (known) =>
        addReport(known, report, asked.account, asked.checks),
      ),
  });
  const running = useMutationState({
    filters: { mutationKey: key, exact: true, status: 'pending' },
    select: ({ state }) => (state.variables as Asked).checks,
  });

  useEffect(() => {
    const cached = examinationKey(account.id);
    if (cache.isMutating({ mutationKey: cached, exact: true }) > 0) return;
    if (checksByItself(cache.getQueryData(cached), account, Date.now())) mutate({ account });
  }, [account, cache, mutate]);

  return {
    examination,
    /** True while every check is made. */
    isRunning: running.some((checks) => checks === undefined),
    /** Checks that are made again alone. */
    running: running.flatMap((checks) => checks ?? []),
    error,
    check: (checks?: CheckName[]) => mutate({ account, checks }),
  };
}
