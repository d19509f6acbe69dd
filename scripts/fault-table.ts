/**
 * Writes the table of faults into the README, from the promises and what the last run of the fault suite measured;
 * with `--forget`, makes sure before such a run that nothing of an earlier one is taken for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawFaultTable, withFaultTable } from '../test/support/fault-table.ts';
import { forgetFaults, measuredFault } from '../test/support/note-fault.ts';

const readme = join(import.meta.dirname, '../README.md');
if (process.argv.includes('--forget')) forgetFaults();
else writeFileSync(readme, withFaultTable(readFileSync(readme, 'utf8'), drawFaultTable(measuredFault)));
