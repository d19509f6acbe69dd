/**
 * `followdesk lookup`: asked in the host's own queue, so that WeChat's limits hold whoever asks, and kept in its
 * history. Ctrl-C pauses it there; nothing that is answered is lost.
 */
import type { Lookup, LookupRow } from '#shared/model/lookup.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { CutShort } from '../failures.ts';
import { accountMeant } from '../named.ts';
import { createReasonsMet } from '../reasons-met.ts';
import { Refused } from '../refused.ts';
import { createTable, localTime } from '../table.ts';
import { jsonLine } from '../terminal.ts';

const PAGE = 500;

/** A reader's line ends, a spreadsheet's tabs, and what people type between things. */
async function openidsMeant({ words, terminal, text }: Context): Promise<string[]> {
  const given = words.filter((word) => word !== '-');
  if (words.includes('-')) given.push(await terminal.input());
  const openids = given
    .join('\n')
    .replace(/^\ufeff/, '')
    .split(/[\s,;|"'，；、]+/)
    .filter((openid) => openid !== '');
  if (openids.length === 0) throw new Refused(text.noOpenids);
  return openids;
}

/** Follows it until it ends or stops for good. */
async function followed({ client, terminal, text, signal }: Context, { id }: Lookup): Promise<Lookup> {
  for await (const now of await client.lookups.progress({ id }, { signal })) {
    if (now.state === 'waiting') terminal.progress(text.lookupWaiting(localTime(now.resumesAt)));
    else if (now.state === 'running') terminal.progress(text.lookupProgress(now.answered, now.asked));
    else return now;
  }
  throw new CutShort();
}

function printer({ given, text }: Context): (rows: readonly LookupRow[]) => string {
  if (given.json) return (rows) => rows.map(jsonLine).join('');
  const { openid, verdict, reason, errcode, followedAt, scene, remark } = text.columns;
  const draw = createTable([openid, verdict, reason, errcode, followedAt, scene, remark]);
  return (rows) =>
    draw(
      rows.map((row) => [
        row.openid,
        text.verdicts[row.verdict],
        row.reason,
        row.errcode,
        localTime(row.user?.subscribeTime ?? null),
        row.user?.subscribeScene ?? null,
        row.user?.remark ?? null,
      ]),
    );
}

async function printResults(context: Context, id: string): Promise<void> {
  const { client, terminal, signal } = context;
  const print = printer(context);
  const reasons = createReasonsMet(context);
  let cursor: string | undefined;
  do {
    const page = await client.lookups.results({ id, limit: PAGE, cursor }, { signal });
    reasons.remember(page.items);
    if (page.items.length > 0) await terminal.out(print(page.items));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  reasons.explain();
}

export async function lookup(context: Context): Promise<number> {
  const { client, given, terminal, text, signal } = context;
  const openids = await openidsMeant(context);
  const { id: accountId } = await accountMeant(client, given.account, text);
  const started = await client.lookups.start({ accountId, openids }, { signal });
  let ended: Lookup;
  try {
    ended = await followed(context, started);
  } catch (error) {
    if (!signal.aborted) throw error;
    await client.lookups.pause({ id: started.id });
    terminal.say(text.lookupPaused);
    return exitCodes.interrupted;
  }
  await printResults(context, ended.id);
  if (ended.state === 'done') {
    terminal.say(text.lookupDone(ended));
    return exitCodes.ok;
  }
  terminal.say(text.lookupStopped(ended.state, ended.reason ?? ''));
  return exitCodes.unwell;
}
