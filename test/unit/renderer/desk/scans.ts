/** Scans for tests about the feed: only what a test names differs. */
import type { Scan, ScanChange } from '#shared/model/scan.ts';

export function scanOf(id: string, second: number, rest: Partial<Scan> = {}): Scan {
  const at = new Date(Date.UTC(2026, 4, 1, 10, 0, second)).toISOString();
  return {
    id,
    entryId: 'entry',
    accountId: 'account',
    openid: `o6_${id}`,
    unionid: null,
    verdict: 'followed',
    reason: null,
    errcode: null,
    ip: null,
    param: '',
    subscribeTime: null,
    subscribeScene: null,
    scannedAt: at,
    decidedAt: at,
    visits: 1,
    ...rest,
  };
}

export function changeOf(id: string, second: number, revision: number, rest: Partial<Scan> = {}): ScanChange {
  return { ...scanOf(id, second, rest), revision };
}
