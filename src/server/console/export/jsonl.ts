/** One scan per line, exactly as the REST API answers it. */
import type { Scan } from '#shared/model/scan.ts';
import { pages } from './rows.ts';

export async function* writeJsonLines(scans: Iterable<Scan>): AsyncGenerator<string> {
  for await (const page of pages(scans)) yield page.map((scan) => `${JSON.stringify(scan)}\n`).join('');
}
