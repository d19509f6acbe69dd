/** What the operator must know at this moment, from everybody who has something to say. */
import type { Notice } from '#shared/model/host.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Tokens } from '../accounts/tokens.ts';
import type { DataFolder } from '../data-folder.ts';

export function noticesOf(
  folder: Pick<DataFolder, 'file' | 'health'>,
  accounts: Accounts,
  tokens: Tokens,
): Notice[] {
  const isTaken = accounts.list().some(({ id }) => tokens.status(id).stolenAt !== null);
  const all = [folder.file.notice, folder.health.notice(), isTaken ? ('token_taken' as const) : null];
  return all.filter((notice) => notice !== null);
}
