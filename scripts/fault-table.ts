/** Writes the table of faults into the README, from the promises and what the last run of the fault suite measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawFaultTable, withFaultTable } from '../test/support/fault-table.ts';
import { measuredFault } from '../test/support/note-fault.ts';

const readme = join(import.meta.dirname, '../README.md');
writeFileSync(readme, withFaultTable(readFileSync(readme, 'utf8'), drawFaultTable(measuredFault)));
