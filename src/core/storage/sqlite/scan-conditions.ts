/** A filter as SQL, the same for what is listed and for what is counted. */
import type { SQLInputValue } from 'node:sqlite';
import type { ScanFilter } from '#shared/model/scan.ts';

export interface Condition {
  sql: string;
  values: SQLInputValue[];
}

/** `isAnnulled` is how the table says that a scan is annulled. */
export function conditionOf(filter: ScanFilter, isAnnulled = 'annulled_at IS NOT NULL'): Condition {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  function and(sql: string, value: SQLInputValue | undefined): void {
    if (value === undefined) return;
    parts.push(sql);
    values.push(value);
  }
  and('account_id = ?', filter.accountId);
  and('entry_id = ?', filter.entryId);
  and('verdict = ?', filter.verdict);
  and('reason = ?', filter.reason);
  and('openid = ?', filter.openid);
  and('scanned_at >= ?', filter.from === undefined ? undefined : Date.parse(filter.from));
  and('scanned_at < ?', filter.to === undefined ? undefined : Date.parse(filter.to));
  if (filter.annulled !== undefined) parts.push(filter.annulled ? isAnnulled : `NOT (${isAnnulled})`);
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values };
}
