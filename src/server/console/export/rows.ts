/** What an exported scan consists of, in which order, and how fast it may be read. */
import { setImmediate } from 'node:timers/promises';
import type { Scan } from '#shared/model/scan.ts';

/** Named as in the REST API, so that a file and an answer can be compared. */
export const columns = [
  'id',
  'scannedAt',
  'decidedAt',
  'entryId',
  'accountId',
  'openid',
  'unionid',
  'verdict',
  'reason',
  'errcode',
  'ip',
  'param',
  'subscribeTime',
  'subscribeScene',
  'visits',
] as const satisfies readonly (keyof Scan)[];

const pageSize = 200;

/** The same scans page by page, with room for phones to be answered in between. */
export async function* pages(scans: Iterable<Scan>): AsyncGenerator<Scan[]> {
  let page: Scan[] = [];
  for (const scan of scans) {
    page.push(scan);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
    await setImmediate();
  }
  if (page.length > 0) yield page;
}
