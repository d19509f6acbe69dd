/** Where in the guide the operator is: part of the page's address, so that Back, Reload and links keep it. */
import { hashOf } from '../routing.ts';
import { isStep, type StepName } from './steps.ts';

const GUIDE = 'setup';

export interface SetupPlace {
  /** Null for an account that is not made yet. */
  accountId: string | null;
  /** Null when the address leaves it to the guide. */
  step: StepName | null;
}

/** The place inside the accounts screen that an address names, or null when it names no guide. */
export function setupPlaceOf(place: readonly string[]): SetupPlace | null {
  const [first, second, third] = place;
  if (first === GUIDE) return { accountId: null, step: stepOf(second) };
  if (first !== undefined && second === GUIDE) return { accountId: first, step: stepOf(third) };
  return null;
}

/** The address of the guide: for a new account, or one that is there; at a step, or where it was left. */
export function setupHash(accountId: string | null, step?: StepName): string {
  const inside = [...(accountId === null ? [] : [accountId]), GUIDE, ...(step ? [step] : [])];
  return hashOf('accounts', ...inside);
}

function stepOf(name: string | undefined): StepName | null {
  return name !== undefined && isStep(name) ? name : null;
}
