/** Changing settings. Looks show at once and are taken back when the host refuses; an address waits for its answer. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings, SettingsPatch } from '#shared/model/host.ts';
import { useConsole } from '../host/console.tsx';

export function useChangeSettings() {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const queryKey = query.host.settings.queryKey();
  return useMutation({
    mutationFn: (patch: SettingsPatch) => client.host.changeSettings(patch),
    async onMutate({ language, theme }) {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Settings>(queryKey);
      if (before) {
        const looks = { language: language ?? before.language, theme: theme ?? before.theme };
        queryClient.setQueryData(queryKey, { ...before, ...looks });
      }
      return { before };
    },
    onError: (_error, _patch, context) => queryClient.setQueryData(queryKey, context?.before),
    onSuccess: (settings) => queryClient.setQueryData(queryKey, settings),
    async onSettled(_settings, _error, { withoutKeychain }) {
      await queryClient.invalidateQueries({ queryKey: query.host.key() });
      // Each account says what became of its secret.
      if (withoutKeychain) await queryClient.invalidateQueries({ queryKey: query.accounts.key() });
    },
  });
}
