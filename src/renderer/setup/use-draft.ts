/**
 * What was chosen and typed in the guide and not saved: it outlives a look at another screen (a decision in
 * Settings, say), not the page. The AppSecret in it is the one thing the host never gives back, so it is
 * forgotten as soon as it is saved.
 */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountKind } from '#shared/model/account.ts';
import type { CredentialsDraft } from './credentials/credentials-form.ts';

export interface SetupDraft {
  kind: AccountKind | null;
  /** Null while nobody typed anything. */
  credentials: CredentialsDraft | null;
  publicUrl: string | null;
}

const NOTHING: SetupDraft = { kind: null, credentials: null, publicUrl: null };

export interface Draft extends SetupDraft {
  change: (change: Partial<SetupDraft>) => void;
}

export function useSetupDraft(accountId: string | null): Draft {
  const queryClient = useQueryClient();
  const queryKey = ['setup', 'draft', accountId ?? ''];
  const { data = NOTHING } = useQuery<SetupDraft>({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return {
    ...data,
    change: (change) =>
      queryClient.setQueryData<SetupDraft>(queryKey, (before = NOTHING) => ({ ...before, ...change })),
  };
}
