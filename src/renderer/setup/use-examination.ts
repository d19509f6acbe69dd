/**
 * The doctor as the guide asks it: a few checks at a time, answers kept across screens, and whatever has not
 * been asked about the account as it is now asked by itself, once.
 */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { CheckName } from '#shared/model/doctor.ts';
import { useConsole } from '../host/console.tsx';
import { askedAt, aspectOf, currentFindings, type KeptFindings, keepReport } from './kept-findings.ts';
import { CHECK_GROUPS, type Findings } from './steps.ts';

export interface Examination {
  findings: Findings;
  /** When this check was last answered, ISO 8601. */
  askedAt: (check: CheckName) => string | null;
  isRunning: (check: CheckName) => boolean;
  /** Why the host could not answer at all; null once it does. */
  error: unknown;
  /** Asks now; never rejects. The account is given because a change may be newer than what is shown. */
  examine: (account: Account, checks: readonly CheckName[]) => Promise<void>;
}

export function useExamination(account: Account | null): Examination {
  const { client } = useConsole();
  const queryClient = useQueryClient();
  const [running, setRunning] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(new Set<string>());
  const accountId = account?.id ?? '';
  const { data: kept } = useQuery<KeptFindings>({
    queryKey: keyOf(accountId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });

  const examine = useCallback(
    async (subject: Account, checks: readonly CheckName[]) => {
      const keys = checks.map((check) => `${subject.id} ${check}`);
      for (const check of checks) asked.current.add(askedKey(subject, check));
      setRunning((before) => [...before, ...keys]);
      try {
        const report = await client.accounts.doctor({ id: subject.id, checks: [...checks] });
        queryClient.setQueryData<KeptFindings>(keyOf(subject.id), (before) =>
          keepReport(before, subject, report),
        );
        setError(null);
      } catch (failure) {
        setError(failure);
      } finally {
        setRunning((before) => without(before, keys));
      }
    },
    [client, queryClient],
  );

  const findings = useMemo(() => currentFindings(kept, account), [kept, account]);
  useEffect(() => {
    if (!account || account.sandbox) return;
    for (const group of CHECK_GROUPS) {
      const missing = group.filter(
        (check) => !findings[check] && !asked.current.has(askedKey(account, check)),
      );
      if (missing.length > 0) void examine(account, missing);
    }
  }, [account, findings, examine]);

  return {
    findings,
    askedAt: (check) => askedAt(kept, account, check),
    isRunning: (check) => running.includes(`${accountId} ${check}`),
    error,
    examine,
  };
}

function keyOf(accountId: string): readonly string[] {
  return ['setup', 'findings', accountId];
}

function askedKey(account: Account, check: CheckName): string {
  return `${account.id} ${check} ${aspectOf(account, check)}`;
}

/** Takes one of each away: the same check may be under way twice. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = [...all];
  for (const one of some) left.splice(left.indexOf(one), 1);
  return left;
}
