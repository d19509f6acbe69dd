/** The findings as files: one JSON with everything, one picture, and the README's figures. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { Absence } from './contenders.ts';
import type { Options } from './options.ts';
import { toSvg } from './picture/marks.ts';
import { drawReport } from './picture/picture.ts';
import { drawFigures, withFigures } from './readme-figures.ts';
import { median } from './statistics.ts';
import type { Findings, Target } from './targets.ts';

export interface Report {
  at: string;
  minutes: number;
  node: string;
  machine: { cores: number; cpu: string; platform: string };
  /** What processes of nobody here kept busy while the crowds were served, as a share of all cores. */
  othersBusy: number | null;
  quick: boolean;
  /** Separated by commas. */
  parts: string;
  absent: Absence[];
  targets: Target[];
  findings: Findings;
}

const official = resolve(import.meta.dirname, 'report');
const readme = resolve(import.meta.dirname, '../../README.md');

/** What the figures were measured beside. */
function othersOf({ cases = [] }: Findings): number | null {
  const shares = cases.flatMap(({ servers }) => servers.map(({ othersBusy }) => othersBusy));
  return shares.length === 0 ? null : median(shares);
}

/** A ten-thousandth of a figure is noise, and would be a change in every run. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** Into the repository's own report when the run was a whole one, else beside other results. @returns the files. */
export function writeReport(
  {
    startedAt,
    options,
    ...found
  }: { startedAt: Date; options: Options; absent: Absence[]; findings: Findings; targets: Target[] },
  results: string,
): string[] {
  const report: Report = {
    at: startedAt.toISOString(),
    minutes: (Date.now() - startedAt.getTime()) / 60_000,
    node: process.version,
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? 'unknown',
      platform: `${process.platform} ${process.arch}`,
    },
    othersBusy: othersOf(found.findings),
    quick: options.quick,
    parts: options.parts.join(', '),
    ...found,
  };
  const folder = options.report ?? (options.official ? official : join(results, 'bench-report'));
  mkdirSync(folder, { recursive: true });
  const json = join(folder, 'report.json');
  writeFileSync(json, `${JSON.stringify(report, rounded, 2)}\n`);
  const picture = drawReport(report);
  if (picture === null) return [json];
  const svg = join(folder, 'report.svg');
  writeFileSync(svg, toSvg(picture));
  if (!options.official) return [json, svg];
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), drawFigures(report)));
  return [json, svg, readme];
}
