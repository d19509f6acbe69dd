/** Which scans are meant. */
import type { ScanFilter } from '#shared/model/scan.ts';
import { Reason, Verdict } from '#shared/model/verdict.ts';
import { oneOf, time } from '../arguments.ts';
import type { Context } from '../context.ts';
import { accountMeant, entryMeant } from '../named.ts';

/** @throws Refused */
export async function scansMeant({ client, given, text }: Context): Promise<ScanFilter> {
  const annulled = oneOf('--annulled', given.annulled, ['true', 'false'], text);
  const plain = {
    openid: given.openid,
    verdict: oneOf('--verdict', given.verdict, Verdict.options, text),
    reason: oneOf('--reason', given.reason, Reason.options, text),
    annulled: annulled === undefined ? undefined : annulled === 'true',
    from: time('--from', given.from, text),
    to: time('--to', given.to, text),
  };
  const accountId =
    given.account === undefined ? undefined : (await accountMeant(client, given.account, text)).id;
  const entryId =
    given.entry === undefined ? undefined : await entryMeant(client, given.entry, accountId, text);
  return { ...plain, accountId, entryId };
}
