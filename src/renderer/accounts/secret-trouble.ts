/** What there is to say of an account's secret; who held it in memory only is told so after the restart, too. */
import type { Account } from '#shared/model/account.ts';

/** `forgotten` = it was held in memory, and FollowDesk has ended since: only its last characters are left. */
export type SecretTrouble = Exclude<Account['secretState'], 'ok'> | 'forgotten';

type SecretFacts = Pick<Account, 'secretState' | 'secretHint'>;

/** Null while the secret is there. */
export function secretTrouble({ secretState, secretHint }: SecretFacts): SecretTrouble | null {
  if (secretState === 'ok') return null;
  return secretState === 'missing' && secretHint !== null ? 'forgotten' : secretState;
}
