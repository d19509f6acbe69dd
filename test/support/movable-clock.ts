/**
 * Loaded into a host before anything else (`--import`): its wall clock can be set from outside. Milliseconds that
 * it is ahead are in the file FOLLOWDESK_TEST_CLOCK, read again at each SIGUSR2.
 */
import { readFileSync } from 'node:fs';

const file = process.env.FOLLOWDESK_TEST_CLOCK ?? '';
const real = Date.now;
let ahead = 0;

Date.now = () => real() + ahead;
process.on('SIGUSR2', () => {
  ahead = Number(readFileSync(file, 'utf8'));
});
