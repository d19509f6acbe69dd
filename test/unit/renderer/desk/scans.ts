/** Scans for tests about the feed: only what a test names differs. */
import type { Scan, ScanChange } from '#shared/model/scan.ts';
import { aScan } from '../../../support/a-scan.ts';

export function scanOf(id: string, second: number, rest: Partial<Scan> = {}): Scan {
  const at = new Date(Date.UTC(2026, 4, 1, 10, 0, second)).toISOString();
  return aScan({ id, openid: `o6_${id}`, scannedAt: at, decidedAt: at, ...rest });
}

export function changeOf(id: string, second: number, revision: number, rest: Partial<Scan> = {}): ScanChange {
  return { ...scanOf(id, second, rest), revision };
}
