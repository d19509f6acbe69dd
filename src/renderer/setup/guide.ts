/** What every step of the guide is given. */
import type { Account, AccountKind } from '#shared/model/account.ts';
import type { StepName, StepState } from './steps.ts';
import type { Draft } from './use-draft.ts';
import type { Examination } from './use-examination.ts';

export interface Guide {
  /** Null until the second step has made it. */
  account: Account | null;
  /** As stored, or as chosen for an account that is not made yet. */
  kind: AccountKind | null;
  /** What phones are sent back to: the account's own address, else the one in Settings; null when there is none. */
  publicUrl: string | null;
  draft: Draft;
  examination: Examination;
  states: Record<StepName, StepState>;
  /** Every fact is in, or will not come. */
  settled: boolean;
  go: (step: StepName) => void;
  /** The account is made: the address names it from now on. */
  onCreated: (account: Account) => void;
}

/** For the steps that need an account. */
export interface AccountGuide extends Guide {
  account: Account;
}
