/** Scans 扫码: the record, the counters and the live feed. `GET /scans/export` streams a file and is served by the host itself. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  Scan,
  ScanChange,
  ScanCount,
  ScanFilter,
  ScanPage,
  ScanQuery,
  ScanSeriesQuery,
  ScanSummary,
} from '../model/scan.ts';
import { procedure } from './errors.ts';

export const scans = {
  /** Newest first. */
  list: procedure.route({ method: 'GET', path: '/scans' }).input(ScanQuery).output(ScanPage),
  summary: procedure.route({ method: 'GET', path: '/scans/summary' }).input(ScanFilter).output(ScanSummary),
  /**
   * Every scan as it is made and each time it changes. The event id is the change's revision: a
   * reconnecting reader that sends it back (Last-Event-ID) misses nothing.
   */
  live: procedure
    .route({ method: 'GET', path: '/scans/live' })
    .input(z.object({ entryId: z.string().optional(), after: z.coerce.number().int().optional() }))
    .output(eventIterator(ScanChange)),
  /** Asks WeChat again about the scan's openid; no new scan. */
  recheck: procedure
    .route({ method: 'POST', path: '/scans/{id}/recheck' })
    .input(z.object({ id: z.string() }))
    .output(Scan),
  /** Counts for a chart, oldest first; minutes without a scan are left out. */
  series: procedure
    .route({ method: 'GET', path: '/scans/series' })
    .input(ScanSeriesQuery)
    .output(z.object({ items: z.array(ScanCount) })),
  /** Takes a scan out of every count; it stays on record with the reason. */
  annul: procedure
    .route({ method: 'POST', path: '/scans/{id}/annul' })
    .input(z.object({ id: z.string(), reason: z.string().trim().min(1).max(200) }))
    .output(Scan),
  /** Undoes that; the log keeps both. */
  reinstate: procedure
    .route({ method: 'POST', path: '/scans/{id}/reinstate' })
    .input(z.object({ id: z.string() }))
    .output(Scan),
};
