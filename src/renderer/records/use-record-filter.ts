/** The filter in the page's address. */
import { useCallback, useMemo } from 'react';
import { useHash } from '../routing.ts';
import { filterOf, hashOfFilter, type RecordFilter } from './record-filter.ts';

/**
 * `set` leaves the filter before to Back; `replace` does not. Neither is ever a link: a browser shows where a link
 * leads, and with it the openid.
 */
export function useRecordFilter() {
  const hash = useHash();
  const filter = useMemo(() => filterOf(hash), [hash]);
  const set = useCallback((next: RecordFilter, ...inside: string[]) => {
    location.hash = hashOfFilter(next, ...inside);
  }, []);
  const replace = useCallback((next: RecordFilter) => {
    location.replace(hashOfFilter(next));
  }, []);
  return { filter, set, replace };
}
