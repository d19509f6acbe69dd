/**
 * Loaded into a host before anything else (`--import`): its wall clock can be set from outside. Milliseconds that
 * it is ahead are in the file FOLLOWDESK_TEST_CLOCK, when there is one, read again at each SIGUSR2.
 */
import { existsSync, readFileSync } from 'node:fs';

const file = process.env.FOLLOWDESK_TEST_CLOCK ?? '';
const real = Date.now;
let ahead = 0;

function set(): void {
  if (existsSync(file)) ahead = Number(readFileSync(file, 'utf8'));
}

set();
Date.now = () => real() + ahead;
process.on('SIGUSR2', set);
