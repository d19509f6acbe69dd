/** What can be decided about secrets where the keychain is weak or missing. */
import type { Settings, VaultState } from '#shared/model/host.ts';
import { isAnswer } from '../host/failures.ts';

export type VaultTrouble = Exclude<VaultState, 'ok'>;
export type VaultChoice = Exclude<Settings['withoutKeychain'], 'undecided'>;

/** Weak encryption needs a backend that encrypts at all. */
export function vaultChoices(state: VaultTrouble): readonly VaultChoice[] {
  return state === 'weak' ? ['weak', 'memory'] : ['memory'];
}

/** The trouble that must be decided about before a save can go on; null for every other failure. */
export function vaultQuestion(error: unknown): VaultTrouble | null {
  if (!isAnswer(error) || error.code !== 'VAULT_UNDECIDED') return null;
  const { data } = error;
  const state = typeof data === 'object' && data !== null && 'state' in data ? data.state : null;
  return state === 'weak' || state === 'unavailable' ? state : null;
}
