/** Whether openids show masked until somebody asks, as the settings say; masked while they are not known. */
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../host/console.tsx';

export function useMaskOpenids(): boolean {
  const { query } = useConsole();
  const { data } = useQuery(
    query.host.settings.queryOptions({ select: ({ maskOpenids }) => maskOpenids, staleTime: 60_000 }),
  );
  return data ?? true;
}
