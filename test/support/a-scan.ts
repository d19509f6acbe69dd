/** Scans and counters as the console sees them, for tests that care about one or two of their fields. */
import type { Scan, ScanChange, ScanSummary } from '#shared/model/scan.ts';

export function aScan(fields: Partial<Scan> = {}): Scan {
  return {
    id: 's1',
    entryId: 'e1',
    accountId: 'a1',
    openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    unionid: null,
    verdict: 'followed',
    reason: null,
    errcode: null,
    ip: null,
    param: '',
    subscribeTime: null,
    subscribeScene: null,
    scannedAt: '2026-11-23T10:00:00.000Z',
    decidedAt: '2026-11-23T10:00:01.000Z',
    visits: 1,
    firstScannedAt: null,
    annulled: null,
    ...fields,
  };
}

export function aScanChange(revision: number, fields: Partial<Scan> = {}): ScanChange {
  return { ...aScan(fields), revision };
}

export function aSummary(fields: Partial<ScanSummary> = {}): ScanSummary {
  return { scanned: 0, followed: 0, notFollowed: 0, unknown: 0, annulled: 0, followRate: null, ...fields };
}
