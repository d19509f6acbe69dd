/** Scans 扫码: durable before anybody is answered, and every change on the feed in order. */
import type { Scan, ScanChange, ScanFilter, ScanPage, ScanQuery, ScanSummary } from '#shared/model/scan.ts';

export interface Scans {
  list(query: ScanQuery): ScanPage;
  /** Every scan that matches, newest first, read page by page: memory does not grow with the table. */
  all(filter: ScanFilter): Iterable<Scan>;
  summary(filter: ScanFilter): ScanSummary;
  /**
   * Every change after `after` (a revision; the newest one when left out), first from disk and then as it
   * happens, until the signal aborts.
   */
  changes(after: number | undefined, signal: AbortSignal | undefined): AsyncGenerator<ScanChange>;
  /** Asks WeChat again about the scan's openid. @throws NotFound, NotRecheckable */
  recheck(id: string): Promise<Scan>;
}
