/**
 * The guide's steps and how far each is: told by facts alone (the account, the doctor's findings, the proof
 * files, the scans), never by which buttons were pressed. So the guide can be left and taken up at any time.
 */
import type { Account, AccountKind } from '#shared/model/account.ts';
import type { CheckName, Finding } from '#shared/model/doctor.ts';
import type { ScanSummary } from '#shared/model/scan.ts';

export const STEPS = [
  'kind',
  'credentials',
  'whitelist',
  'address',
  'verification',
  'reachability',
  'scan',
] as const;
export type StepName = (typeof STEPS)[number];

/** `attention` = it works, or may work, but somebody should look; `skipped` = this account does not need it. */
export type StepState = 'done' | 'attention' | 'problem' | 'todo' | 'skipped' | 'checking';

export type Findings = Partial<Record<CheckName, Finding>>;

/** The checks that tell of each step. */
export const STEP_CHECKS = {
  kind: [],
  credentials: ['credentials', 'whitelist', 'token', 'api_reachable'],
  whitelist: ['credentials', 'whitelist'],
  address: ['public_url', 'dns', 'tls'],
  verification: ['verification_file'],
  reachability: ['callback', 'dns', 'tls', 'reachability'],
  scan: [],
} as const satisfies Record<StepName, readonly CheckName[]>;

/** Every check of the guide, in two calls: the slower half must not hold up the other. */
export const CHECK_GROUPS: readonly (readonly CheckName[])[] = [
  ['credentials', 'whitelist', 'token', 'api_reachable'],
  ['callback', 'public_url', 'dns', 'tls', 'reachability', 'verification_file'],
];

export interface StepFacts {
  /** Null while it is not made. */
  account: Account | null;
  /** As stored, or as chosen for an account that is not made yet. */
  kind: AccountKind | null;
  findings: Findings;
  /** Whether the answer to this check is on its way. */
  isRunning: (check: CheckName) => boolean;
  /** How many proof files the listener holds; undefined while unknown. */
  files: number | undefined;
  summary: ScanSummary | undefined;
}

export function isStep(name: string): name is StepName {
  return (STEPS as readonly string[]).includes(name);
}

export function stepStates(facts: StepFacts): Record<StepName, StepState> {
  return {
    kind: kindState(facts),
    credentials: credentialsState(facts),
    whitelist: facts.account === null ? 'todo' : checksState(facts, ['whitelist']),
    address: addressState(facts),
    verification: verificationState(facts),
    reachability: reachabilityState(facts),
    scan: scanState(facts),
  };
}

/** Where somebody who comes back should go on: the first step where something is missing. */
export function firstOpenStep(states: Record<StepName, StepState>): StepName {
  return STEPS.find((step) => states[step] === 'todo' || states[step] === 'problem') ?? 'scan';
}

export function nextStep(step: StepName): StepName | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}

export function previousStep(step: StepName): StepName | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
}

/** True when WeChat turned this machine's address away, which it does before it looks at the rest. */
export function isAddressRefused({ whitelist }: Findings): boolean {
  return whitelist?.state === 'failed';
}

function kindState({ kind }: StepFacts): StepState {
  if (kind === null) return 'todo';
  return kind === 'other' ? 'attention' : 'done';
}

function credentialsState(facts: StepFacts): StepState {
  const { account, findings } = facts;
  if (account === null) return 'todo';
  if (account.secretState !== 'ok') return 'problem';
  const state = checksState(facts, ['credentials']);
  if (state === 'problem' || state === 'checking') return state;
  // Looked at by nobody yet.
  if (isAddressRefused(findings)) return 'attention';
  if (findings.credentials?.state !== 'skipped') return state;
  if (findings.credentials.cause === 'token_comes_from_service') return 'done';
  const { token, api_reachable } = findings;
  return token?.state === 'failed' || api_reachable?.state === 'failed' ? 'problem' : 'todo';
}

function addressState(facts: StepFacts): StepState {
  const { account, findings } = facts;
  if (account === null) return 'todo';
  if (findings.public_url?.cause === 'not_set') return 'todo';
  return checksState(facts, STEP_CHECKS.address);
}

function verificationState(facts: StepFacts): StepState {
  if (facts.kind === 'test') return 'skipped';
  // A verdict came through the domain: it was proven long ago.
  if (facts.files === 0 && scanState(facts) === 'done') return 'skipped';
  if (facts.account === null || facts.files === 0) return 'todo';
  return checksState(facts, STEP_CHECKS.verification);
}

function reachabilityState(facts: StepFacts): StepState {
  const { account, findings } = facts;
  if (account === null || findings.public_url?.cause === 'not_set') return 'todo';
  return checksState(facts, STEP_CHECKS.reachability);
}

function scanState({ summary }: StepFacts): StepState {
  if (!summary || summary.scanned === 0) return 'todo';
  return summary.followed + summary.notFollowed > 0 ? 'done' : 'attention';
}

/** The worst of these checks; `todo` where nothing was found out. */
function checksState({ findings, isRunning }: StepFacts, checks: readonly CheckName[]): StepState {
  const states = checks.map((check) => findings[check]?.state);
  if (states.includes('failed')) return 'problem';
  if (checks.some((check) => findings[check] === undefined && isRunning(check))) return 'checking';
  if (states.includes('warning')) return 'attention';
  return states.includes('ok') ? 'done' : 'todo';
}
