/** Asking WeChat about people now: a look-up like any other, so its answers can be filtered, kept and exported. */
import { useMutation } from '@tanstack/react-query';
import { useConsole } from '../host/console.tsx';
import { hashOf } from '../routing.ts';

/** Goes to the look-up once it is begun. */
export function useLookUp(accountId: string) {
  const { query } = useConsole();
  const start = useMutation(
    query.lookups.start.mutationOptions({
      onSuccess({ id }) {
        location.hash = hashOf('lookup', id);
      },
    }),
  );
  return {
    start: (openids: string[]) => start.mutate({ accountId, openids }),
    isPending: start.isPending,
    error: start.error,
  };
}
