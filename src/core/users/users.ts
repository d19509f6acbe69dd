/** Looks people up by openid, a hundred at a time; a bad openid costs itself only. */
import type { LookupResult } from '#shared/model/user.ts';

export interface Users {
  /** Results in the order asked, duplicates included. Never throws for a single person's failure. */
  lookup(accountId: string, openids: readonly string[]): Promise<LookupResult[]>;
}
