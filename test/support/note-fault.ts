/**
 * What a fault test measured, kept for the table in the README: one small file for each promise, because tests run
 * side by side. Note only after the last expectation: what is in the table has passed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultName } from './fault-promises.ts';

const FOLDER = join(import.meta.dirname, '../../test-results/faults');

/** `measured`: numbers, such as "5 kills under 50 phones: 1,204 acknowledged, 1,204 found". */
export function noteFault(name: FaultName, measured: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify({ measured })}\n`);
}

/** What the last run measured, or null when it did not get there. */
export function measuredFault(name: FaultName): string | null {
  const file = join(FOLDER, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { measured: string }).measured : null;
}

/** Before a run whose numbers alone are to count. */
export function forgetFaults(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** 1204 → 1,204 */
export function grouped(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
