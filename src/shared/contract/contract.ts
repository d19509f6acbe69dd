/** The one contract that both hosts serve and the console consumes. */
import { accounts } from './accounts.ts';
import { board } from './board.ts';
import { calls } from './calls.ts';
import { entries } from './entries.ts';
import { exports } from './exports.ts';
import { errorCodes, host } from './host.ts';
import { lock } from './lock.ts';
import { lookups } from './lookups.ts';
import { followers, people, tags, users } from './people.ts';
import { safekeeping } from './safekeeping.ts';
import { scans } from './scans.ts';

export const contract = {
  accounts,
  entries,
  scans,
  board,
  users,
  followers,
  tags,
  people,
  lookups,
  exports,
  calls,
  errors: errorCodes,
  host,
  lock,
  safekeeping,
};
export type Contract = typeof contract;
