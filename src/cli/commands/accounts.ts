/** `followdesk accounts` */
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { createTable } from '../table.ts';
import { jsonLine } from '../terminal.ts';

export async function accounts({ client, given, terminal, text }: Context): Promise<number> {
  const { items } = await client.accounts.list();
  if (given.json) {
    for (const account of items) await terminal.out(jsonLine(account));
  } else if (items.length === 0) {
    terminal.say(text.noAccount);
  } else {
    const { id, name, appId, secret, publicUrl } = text.columns;
    const draw = createTable([id, name, appId, secret, publicUrl]);
    const rows = items.map((account) => [
      account.id,
      account.name,
      account.appId,
      account.sandbox ? text.sandbox : account.secretState,
      account.publicUrl,
    ]);
    await terminal.out(draw(rows));
  }
  return exitCodes.ok;
}
