/** Accounts and entries as a person calls them: by id, AppID or name. */
import type { Account } from '#shared/model/account.ts';
import type { Client } from './host.ts';
import { Refused } from './refused.ts';
import type { Text } from './text/zh-CN.ts';

/** The account meant; with nothing said, the only one. @throws Refused */
export async function accountMeant(client: Client, said: string | undefined, text: Text): Promise<Account> {
  const { items } = await client.accounts.list();
  const meant = items.filter(
    ({ id, appId, name }) => said === undefined || id === said || appId === said || name === said,
  );
  const [only, ...more] = meant;
  if (only !== undefined && more.length === 0) return only;
  if (items.length === 0) throw new Refused(text.noAccount);
  if (only === undefined) throw new Refused(text.unknownAccount(said ?? ''));
  throw new Refused(text.whichAccount(meant.map(({ id, name }) => `${id} (${name})`)));
}

/** The entry's id. @throws Refused */
export async function entryMeant(
  client: Client,
  said: string,
  accountId: string | undefined,
  text: Text,
): Promise<string> {
  const { items } = await client.entries.list({ accountId });
  const meant = items.filter(({ id, name }) => id === said || name === said);
  const [only, ...more] = meant;
  if (only === undefined) throw new Refused(text.unknownEntry(said));
  if (more.length > 0) throw new Refused(text.ambiguousEntry(said));
  return only.id;
}
