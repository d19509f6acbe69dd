/**
 * What is remembered of an account's checks: the whole report, mended by each check that was made again alone.
 * Pure; the query cache keeps it while the operator is on other screens.
 */
import type { Account } from '#shared/model/account.ts';
import type { CheckName, DoctorReport } from '#shared/model/doctor.ts';

export interface Examination {
  report: DoctorReport;
  /** When every check was made together. */
  wholeAt: string;
  /** Checks made again alone since then. */
  againAt: Partial<Record<CheckName, string>>;
  /** The account as it was checked: a change makes the report old. */
  account: Account;
}

/** An answer to some checks, or to all of them, put into what was known. */
export function addReport(
  known: Examination | undefined,
  report: DoctorReport,
  account: Account,
  checks: readonly CheckName[] | undefined,
): Examination {
  if (checks === undefined || known === undefined) {
    return { report, wholeAt: report.at, againAt: {}, account };
  }
  const again = new Map(report.findings.map((finding) => [finding.check, finding]));
  const findings = known.report.findings.map((finding) => again.get(finding.check) ?? finding);
  const missing = report.findings.filter(({ check }) => !findings.some((finding) => finding.check === check));
  const all = [...findings, ...missing];
  return {
    report: {
      accountId: report.accountId,
      at: report.at,
      healthy: all.every(({ state }) => state !== 'failed'),
      findings: all,
    },
    wholeAt: known.wholeAt,
    againAt: {
      ...known.againAt,
      ...Object.fromEntries([...again.keys()].map((check) => [check, report.at])),
    },
    account: known.account,
  };
}

/** For this long an operator who comes back is shown what was found before. */
const FRESH_MS = 60_000;

/**
 * Whether opening the screen checks by itself: when nothing was checked in the last minute, or the account was
 * changed since. Never in `classic` mode, where a check may fetch a token and so take that of other systems.
 */
export function checksByItself(known: Examination | undefined, account: Account, now: number): boolean {
  if (account.tokenMode === 'classic') return false;
  if (known === undefined) return true;
  if (now - Date.parse(known.wholeAt) >= FRESH_MS) return true;
  return JSON.stringify(known.account) !== JSON.stringify(account);
}
