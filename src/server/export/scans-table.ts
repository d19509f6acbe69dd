/** Scans as rows of a file, newest first. The rule: others read these columns by name, so new ones go to the end. */
import type { App } from '#core/app.ts';
import { maskOpenids } from '#core/redact.ts';
import type { Scan, ScanFilter } from '#shared/model/scan.ts';
import { masked } from './masking.ts';
import { type Column, fields, mapped, type Table } from './table.ts';

interface ScanRow extends Scan {
  /** Null when it has been removed since. */
  entryName: string | null;
  accountName: string | null;
}

const columns: Column<ScanRow>[] = [
  ...fields([
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
    'entryName',
    'accountName',
    'firstScannedAt',
  ]),
  { name: 'annulledAt', identifier: false, value: ({ annulled }) => annulled?.at ?? null },
  { name: 'annulledReason', identifier: false, value: ({ annulled }) => annulled?.reason ?? null },
];

function namesById(things: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}

/** People write openids beside scans, too: whose code it was, and why one was annulled. */
function hidden(scan: Scan): Scan {
  const { param, annulled } = scan;
  return {
    ...masked(scan),
    param: maskOpenids(param),
    annulled: annulled && { ...annulled, reason: maskOpenids(annulled.reason) },
  };
}

export function scansTable(
  { scans, entries, accounts }: App,
  { filter, mask }: { filter: ScanFilter; mask: boolean },
): Table<ScanRow> {
  const entryNames = namesById(entries.list());
  const accountNames = namesById(accounts.list());
  function named(scan: Scan): ScanRow {
    const entryName = entryNames.get(scan.entryId) ?? null;
    const accountName = accountNames.get(scan.accountId) ?? null;
    return { ...(mask ? hidden(scan) : scan), entryName, accountName };
  }
  return { columns, rows: mapped(scans.all(filter), named), record: (row) => row };
}
