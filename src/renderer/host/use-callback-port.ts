/** Moving the callback listener to a port that is free, from wherever its failure is shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useConsole } from './console.tsx';

export function useCallbackPort() {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    query.host.changeSettings.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: query.host.key() }),
    }),
  );
  return { use: (callbackPort: number) => mutate({ callbackPort }), isPending, error };
}
