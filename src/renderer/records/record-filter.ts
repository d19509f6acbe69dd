/**
 * What narrows the records down, as the page's address keeps it: a reload and Back then show the same scans.
 * Whatever stands in an address is taken only where it makes sense.
 */
import type { Scan, ScanFilter } from '#shared/model/scan.ts';
import { Reason, Verdict } from '#shared/model/verdict.ts';
import { hashOf } from '../routing.ts';
import { boundsOf, momentOf, type Period, PRESETS } from './period.ts';

export interface RecordFilter {
  period: Period;
  entryId: string | null;
  verdict: Verdict | null;
  /** Only with the verdict `unknown`. */
  reason: Reason | null;
  /** A whole openid, or empty. */
  openid: string;
  annulled: 'only' | 'without' | null;
}

export const NO_FILTER: RecordFilter = {
  period: { kind: 'today' },
  entryId: null,
  verdict: null,
  reason: null,
  openid: '',
  annulled: null,
};

/** The filter that a hash like `#/records?verdict=unknown` asks for. */
export function filterOf(hash: string): RecordFilter {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const reason = Reason.safeParse(query.get('reason')).data ?? null;
  const annulled = query.get('annulled');
  return {
    period: periodOf(query),
    entryId: query.get('entry') || null,
    verdict: reason === null ? (Verdict.safeParse(query.get('verdict')).data ?? null) : 'unknown',
    reason,
    openid: (query.get('openid') ?? '').trim().slice(0, 128),
    annulled: annulled === 'only' || annulled === 'without' ? annulled : null,
  };
}

/** The address of a filter; of its page for print with `inside`. */
export function hashOfFilter(filter: RecordFilter, ...inside: string[]): string {
  const query = new URLSearchParams();
  const { period } = filter;
  if (period.kind !== NO_FILTER.period.kind) query.set('period', period.kind);
  if (period.kind === 'custom') {
    if (period.from !== '') query.set('from', period.from);
    if (period.to !== '') query.set('to', period.to);
  }
  if (filter.entryId !== null) query.set('entry', filter.entryId);
  if (filter.reason !== null) query.set('reason', filter.reason);
  else if (filter.verdict !== null) query.set('verdict', filter.verdict);
  if (filter.openid !== '') query.set('openid', filter.openid);
  if (filter.annulled !== null) query.set('annulled', filter.annulled);
  const hash = hashOf('records', ...inside);
  return query.size === 0 ? hash : `${hash}?${query}`;
}

/** As the host understands it. */
export function scanFilterOf(filter: RecordFilter, accountId: string, now: Date): ScanFilter {
  const { from, to } = boundsOf(filter.period, now);
  return {
    accountId,
    entryId: filter.entryId ?? undefined,
    verdict: filter.verdict ?? undefined,
    reason: filter.reason ?? undefined,
    openid: filter.openid === '' ? undefined : filter.openid,
    annulled: filter.annulled === null ? undefined : filter.annulled === 'only',
    from: from?.toISOString(),
    to: to?.toISOString(),
  };
}

/** True when a scan belongs to what the host would answer. */
export function matches(scan: Scan, filter: ScanFilter): boolean {
  return (
    isOneOf(filter.accountId, scan.accountId) &&
    isOneOf(filter.entryId, scan.entryId) &&
    isOneOf(filter.verdict, scan.verdict) &&
    isOneOf(filter.reason, scan.reason) &&
    isOneOf(filter.openid, scan.openid) &&
    isOneOf(filter.annulled, scan.annulled !== null) &&
    (filter.from === undefined || Date.parse(scan.scannedAt) >= Date.parse(filter.from)) &&
    (filter.to === undefined || Date.parse(scan.scannedAt) < Date.parse(filter.to))
  );
}

/** True when anything but the period narrows. */
export function isNarrowed(filter: RecordFilter): boolean {
  const { entryId, verdict, openid, annulled } = filter;
  return entryId !== null || verdict !== null || openid !== '' || annulled !== null;
}

function isOneOf<Value>(wanted: Value | undefined, value: Value | null): boolean {
  return wanted === undefined || wanted === value;
}

function periodOf(query: URLSearchParams): Period {
  const kind = query.get('period');
  if (kind === 'custom') {
    const [from = '', to = ''] = ['from', 'to'].map((name) => {
      const field = query.get(name) ?? '';
      return momentOf(field) === undefined ? '' : field;
    });
    return { kind, from, to };
  }
  const preset = PRESETS.find((name) => name === kind);
  return preset === undefined ? NO_FILTER.period : { kind: preset };
}
