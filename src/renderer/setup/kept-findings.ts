/**
 * What the doctor said, kept as long as it is about the account as it is now: a changed secret or address
 * makes what was said about the old one worthless.
 */
import type { Account } from '#shared/model/account.ts';
import type { CheckName, DoctorReport, Finding } from '#shared/model/doctor.ts';
import type { Findings } from './steps.ts';

interface Kept {
  finding: Finding;
  at: string;
  /** What it is about. */
  of: string;
}

export type KeptFindings = Partial<Record<CheckName, Kept>>;

const ABOUT_ADDRESS: ReadonlySet<CheckName> = new Set([
  'callback',
  'public_url',
  'dns',
  'tls',
  'reachability',
  'verification_file',
]);

/** The part of an account that a check is about, as one word to compare. */
export function aspectOf(account: Account, check: CheckName): string {
  if (ABOUT_ADDRESS.has(check)) return JSON.stringify([account.publicUrl, account.kind]);
  const { appId, secretHint, secretState, apiBaseUrl, tokenMode } = account;
  return JSON.stringify([appId, secretHint, secretState, apiBaseUrl, tokenMode]);
}

/** `before` with what a report adds to it. */
export function keepReport(
  before: KeptFindings | undefined,
  account: Account,
  report: DoctorReport,
): KeptFindings {
  const after: KeptFindings = { ...before };
  for (const finding of report.findings) {
    after[finding.check] = { finding, at: report.at, of: aspectOf(account, finding.check) };
  }
  return after;
}

/** What still holds of the account as it is now. */
export function currentFindings(kept: KeptFindings | undefined, account: Account | null): Findings {
  if (!kept || !account) return {};
  const current: Findings = {};
  for (const { finding, of } of Object.values(kept)) {
    if (of === aspectOf(account, finding.check)) current[finding.check] = finding;
  }
  return current;
}
