/** `followdesk scans`: the newest on record, page by page. */
import type { Scan } from '#shared/model/scan.ts';
import { count } from '../arguments.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { createReasonsMet } from '../reasons-met.ts';
import { createTable, localTime } from '../table.ts';
import { jsonLine } from '../terminal.ts';
import { scansMeant } from './filter.ts';

const USUAL_LIMIT = 50;
const MOST_OF_A_PAGE = 500;

async function printer({ client, given, text }: Context): Promise<(scans: readonly Scan[]) => string> {
  if (given.json) return (scans) => scans.map(jsonLine).join('');
  const { items } = await client.entries.list({});
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const { scannedAt, entry, openid, verdict, reason, errcode, param, visits } = text.columns;
  const draw = createTable([scannedAt, entry, openid, verdict, reason, errcode, visits, param]);
  return (scans) =>
    draw(
      scans.map((scan) => [
        localTime(scan.scannedAt),
        names.get(scan.entryId) ?? scan.entryId,
        scan.openid,
        scan.annulled === null ? text.verdicts[scan.verdict] : text.annulled,
        scan.annulled?.reason ?? scan.reason,
        scan.errcode,
        scan.visits,
        scan.param,
      ]),
    );
}

export async function scans(context: Context): Promise<number> {
  const { client, given, terminal, text, signal } = context;
  const most = count('--limit', given.limit, text) ?? USUAL_LIMIT;
  const filter = await scansMeant(context);
  const print = await printer(context);
  const reasons = createReasonsMet(context);
  let cursor: string | undefined;
  let printed = 0;
  do {
    const limit = Math.min(MOST_OF_A_PAGE, most - printed);
    const page = await client.scans.list({ ...filter, limit, cursor }, { signal });
    reasons.remember(page.items.filter(({ annulled }) => annulled === null));
    if (page.items.length > 0) await terminal.out(print(page.items));
    printed += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && printed < most);
  reasons.explain();
  if (printed === 0 && !given.json) terminal.say(text.noScans);
  if (cursor !== undefined && !given.json) terminal.say(text.moreScans(most));
  return exitCodes.ok;
}
