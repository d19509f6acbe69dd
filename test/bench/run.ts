/**
 * `npm run bench`: FollowDesk beside what else answers the same phones, and alone with a long history. It prints
 * what it measures with each target met or not, and asserts nothing about time; it fails only when a visitor went
 * without a verdict or something did not run. `--quick` looks for a minute or two; `--only PARTS` at some parts;
 * `--all` also at a large directory, at exports and for ten minutes at one crowd. options.ts has every flag.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { headlessFile } from './followdesk.ts';
import type { Closers } from './open-bench.ts';
import { readOptions } from './options.ts';
import { measureParts } from './parts.ts';
import { writeReport } from './report.ts';
import { targetTable } from './tables.ts';
import { judge } from './targets.ts';

// In the project, not in the system's temporary folder, which may be memory: a durable scan must cost a disk.
const results = resolve(import.meta.dirname, '../../test-results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const closers: Closers = [];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  const options = readOptions(process.argv.slice(2));
  say(`FollowDesk ${headlessFile}
  Node ${process.version}, ${availableParallelism()} cores, all processes on this machine. Read the ratios, not the figures.
  WeChat is a lean stand-in whose codes name their openids; "WeChat" and "phones" say how busy a core it and the
  phones kept: the server is measured only while they are far from 100%. "others": everybody else, of all cores.\n`);
  const startedAt = new Date();
  const { findings, absent, failed } = await measureParts({ options, folder, closers, say });
  const targets = judge(findings);
  say(targetTable(targets));
  const report = { startedAt, options, absent, findings, targets };
  say(`\nWritten: ${writeReport(report, results).join(', ')}`);
  if (failed.length > 0) {
    say(`Some visitors got no verdict (${failed.join(', ')}): see the errors above.`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  for (const close of closers.toReversed()) await close();
}
