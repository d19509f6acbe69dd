/** The one contract that both hosts serve and the console consumes. */
import { accounts } from './accounts.ts';
import { calls } from './calls.ts';
import { entries } from './entries.ts';
import { errorCodes, host } from './host.ts';
import { followers, users } from './people.ts';
import { safekeeping } from './safekeeping.ts';
import { scans } from './scans.ts';

export const contract = {
  accounts,
  entries,
  scans,
  users,
  followers,
  calls,
  errors: errorCodes,
  host,
  safekeeping,
};
export type Contract = typeof contract;
