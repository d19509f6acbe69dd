/** Which of the remembered calls are shown. Done here rather than asked of the host: a filter answers at once, and the rest stays countable. */
import type { Call, CallOutcome } from '#shared/model/call.ts';

export interface CallFilter {
  endpoint: string;
  outcome: CallOutcome | null;
  errcode: number | null;
  accountId: string | null;
}

export const NO_FILTER: CallFilter = { endpoint: '', outcome: null, errcode: null, accountId: null };

export function isFiltering({ endpoint, outcome, errcode, accountId }: CallFilter): boolean {
  return endpoint.trim() !== '' || outcome !== null || errcode !== null || accountId !== null;
}

export function filterCalls(calls: readonly Call[], filter: CallFilter): Call[] {
  const part = filter.endpoint.trim().toLowerCase();
  return calls.filter(
    (call) =>
      call.endpoint.toLowerCase().includes(part) &&
      (filter.outcome === null || call.outcome === filter.outcome) &&
      (filter.errcode === null || call.errcode === filter.errcode) &&
      (filter.accountId === null || call.accountId === filter.accountId),
  );
}

/** The error codes among the calls, the lowest first: what can be filtered by. */
export function errcodesOf(calls: readonly Call[]): number[] {
  const codes = calls.flatMap(({ errcode }) => (errcode === null || errcode === 0 ? [] : [errcode]));
  return [...new Set(codes)].sort((a, b) => a - b);
}
