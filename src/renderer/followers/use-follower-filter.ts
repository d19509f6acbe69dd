/** The filter in the page's address. */
import { useCallback, useMemo } from 'react';
import { useHash } from '../routing.ts';
import { type FollowerFilter, filterOf, hashOfFilter } from './follower-filter.ts';

/** `set` leaves the filter before to Back; `replace` does not. */
export function useFollowerFilter() {
  const hash = useHash();
  const filter = useMemo(() => filterOf(hash), [hash]);
  const set = useCallback((next: FollowerFilter) => {
    location.hash = hashOfFilter(next);
  }, []);
  const replace = useCallback((next: FollowerFilter) => {
    location.replace(hashOfFilter(next));
  }, []);
  return { filter, set, replace };
}
