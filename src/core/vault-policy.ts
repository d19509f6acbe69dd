/**
 * What becomes of a secret, by what this machine's vault is worth and what the operator decided. The rule: a good
 * keychain is always used; without one nothing is kept until somebody has said how.
 *
 *   vault          undecided    weak         memory
 *   ok             sealed       sealed       sealed
 *   weak           undecided    sealed       memory
 *   unavailable    undecided    undecided    memory
 */
import type { Settings, VaultState } from '#shared/model/host.ts';

/** `sealed` = on disk, sealed · `memory` = until FollowDesk ends · `undecided` = refused until somebody decides. */
export type Keeping = 'sealed' | 'memory' | 'undecided';

export function keepingOf(vault: VaultState, decision: Settings['withoutKeychain']): Keeping {
  if (vault === 'ok') return 'sealed';
  if (decision === 'memory') return 'memory';
  return vault === 'weak' && decision === 'weak' ? 'sealed' : 'undecided';
}
