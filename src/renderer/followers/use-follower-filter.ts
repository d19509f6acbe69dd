/** The filter in the page's address. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type FollowerFilter, filterOf, hashOfFilter } from './follower-filter.ts';

/** `set` leaves the filter before to Back; `replace` does not. */
export function useFollowerFilter() {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const filter = useMemo(() => filterOf(hash), [hash]);
  const set = useCallback((next: FollowerFilter) => {
    location.hash = hashOfFilter(next);
  }, []);
  const replace = useCallback((next: FollowerFilter) => {
    location.replace(hashOfFilter(next));
  }, []);
  return { filter, set, replace };
}

function watchHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
