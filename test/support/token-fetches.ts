/** Counts of token fetches on a real file of their own. */
import type { Clock } from '#core/environment.ts';
import { createTokenFetches, type TokenFetches } from '#core/storage/sqlite/token-fetches.ts';
import { openScanDatabase } from './scan-database.ts';

export function openTokenFetches(clock: Clock, folder?: string): TokenFetches {
  const { database, commits } = openScanDatabase(folder);
  return createTokenFetches(database, commits, clock.now());
}
