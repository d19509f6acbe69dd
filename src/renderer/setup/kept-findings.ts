/**
 * What the doctor said, kept as long as it is about the account as it is now: a changed secret or address
 * makes what was said about the old one worthless.
 */
import type { Account } from '#shared/model/account.ts';
import { CheckName, type DoctorReport, type Finding } from '#shared/model/doctor.ts';
import type { Findings } from './steps.ts';

interface Kept {
  finding: Finding;
  at: string;
}

/**
 * By check and what it is about: while a change is being saved, answers about the account before it and after
 * it come in any order, and neither may drive the other out.
 */
export type KeptFindings = Readonly<Record<string, Kept>>;

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

function keyOf(account: Account, check: CheckName): string {
  return `${check} ${aspectOf(account, check)}`;
}

/** `before` with what a report adds to it. */
export function keepReport(
  before: KeptFindings | undefined,
  account: Account,
  report: DoctorReport,
): KeptFindings {
  const after: Record<string, Kept> = { ...before };
  for (const finding of report.findings) after[keyOf(account, finding.check)] = { finding, at: report.at };
  return after;
}

/** What holds of the account as it is now. */
export function currentFindings(kept: KeptFindings | undefined, account: Account | null): Findings {
  const current: Findings = {};
  for (const check of CheckName.options) {
    const known = account && kept?.[keyOf(account, check)];
    if (known) current[check] = known.finding;
  }
  return current;
}

/** When the doctor said it, ISO 8601; null while it has not been asked about the account as it is now. */
export function askedAt(
  kept: KeptFindings | undefined,
  account: Account | null,
  check: CheckName,
): string | null {
  return (account && kept?.[keyOf(account, check)]?.at) ?? null;
}
