/** Gathers the facts the guide stands on, and turns them into the state of each step. */
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import type { Guide } from './guide.ts';
import { type SetupPlace, setupHash } from './places.ts';
import { CHECK_GROUPS, stepStates } from './steps.ts';
import { useSetupDraft } from './use-draft.ts';
import { useExamination } from './use-examination.ts';

export function useGuide({ accountId }: SetupPlace): Guide {
  const { query } = useConsole();
  const { accounts, choose } = useCurrentAccount();
  const account = accounts.find(({ id }) => id === accountId) ?? null;
  const draft = useSetupDraft(accountId);
  const examination = useExamination(account);
  const settings = useQuery(query.host.settings.queryOptions()).data;
  const held = useQuery(query.host.verificationFiles.queryOptions());
  const files = held.data?.items.length;
  const scans = useQuery(
    query.scans.summary.queryOptions({
      input: { accountId: accountId ?? '' },
      enabled: accountId !== null,
      refetchInterval: 30_000,
    }),
  );
  const summary = scans.data;
  const kind = account?.kind ?? draft.kind;
  const { findings, isRunning, error } = examination;
  const examined = CHECK_GROUPS.flat().every((check) => findings[check] || (!!error && !isRunning(check)));
  return {
    account,
    kind,
    // An address from the command line is in no setting; the doctor tells of it.
    publicUrl: account?.publicUrl ?? settings?.publicUrl ?? findings.public_url?.facts.url ?? null,
    draft,
    examination,
    states: stepStates({ account, kind, findings, isRunning, files, summary }),
    settled: account === null || (examined && !held.isPending && !scans.isPending),
    go: (step) => {
      location.hash = setupHash(accountId, step);
    },
    onCreated(created) {
      choose(created.id);
      location.replace(setupHash(created.id, 'credentials'));
    },
  };
}
