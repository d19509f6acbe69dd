/** Ten thousand states that nobody here made, while real phones come: they cost nothing but their own answer. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'undici';
import { expect, test } from 'vitest';
import { grouped, noteFault } from '../../support/note-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, recordedScans, visit } from './phones.ts';

const FORGED = 10_000;
const FORGERS = 10;
const PHONES = 10;
const VISITS = 5;
/** Ten thousand remembered states would be more, as nothing but their text. */
const MOST_KB = 1000;

const preload = join(import.meta.dirname, '../../support/weighed-heap.ts');

async function openWeighedVenue() {
  const file = join(temporaryFolder(), 'heap');
  const env = { NODE_OPTIONS: `--import=${preload}`, FOLLOWDESK_TEST_HEAP: file };
  const venue = await openVenue({ env });
  /** What it remembers, in kilobytes. */
  async function weigh(): Promise<number> {
    rmSync(file, { force: true });
    venue.host().process.kill('SIGUSR2');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^\d+$/);
    return Number(readFileSync(file, 'utf8')) / 1024;
  }
  return { venue, weigh };
}

/** Without the pages that WeChat shows to phones. */
function apiCalls(venue: Venue): number {
  const counts = Object.entries(venue.wechat.calls.all()).filter(([path]) => /^\/(sns|cgi-bin)\//.test(path));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/** As one would forge it: the shape is right, or almost, and everything else is made up. */
function forge(genuine: string, index: number): string {
  const noise = randomBytes(40).toString('hex');
  const kinds = [
    () => genuine.slice(0, -32) + noise.slice(0, 32),
    () => noise.slice(0, 10) + genuine.slice(10),
    () => genuine.slice(0, -1),
    () => noise,
    () => encodeURIComponent(`' OR 1=1 -- ${noise}`),
  ];
  return (kinds[index % kinds.length] ?? (() => ''))();
}

async function forgeMany(venue: Venue, count: number): Promise<number[]> {
  const genuine = (await authorized(venue)).searchParams.get('state') ?? '';
  const client = new Client(venue.host().callbackUrl);
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = `/callback?code=${randomBytes(16).toString('hex')}&state=${forge(genuine, index)}`;
    const { statusCode, body } = await client.request({ method: 'GET', path });
    await body.dump();
    statuses.push(statusCode);
  }
  await client.close();
  return statuses;
}

test(`${grouped(FORGED)} forged states`, { timeout: 60_000 }, async () => {
  const { venue, weigh } = await openWeighedVenue();
  await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
  await forgeMany(venue, FORGED / 10);
  const calls = apiCalls(venue);
  const before = await weigh();

  const forging = Promise.all(Array.from({ length: FORGERS }, () => forgeMany(venue, FORGED / FORGERS)));
  const waits: number[] = [];
  for (let turn = 0; turn < VISITS; turn += 1) {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
    waits.push(performance.now() - startedAt);
  }
  const statuses = (await forging).flat();
  const grown = (await weigh()) - before;

  expect(statuses.filter((status) => status !== 400)).toEqual([]);
  expect(await recordedScans(venue)).toHaveLength(PHONES * (VISITS + 1));
  expect(venue.wechat.calls.count('/sns/oauth2/access_token')).toBe(PHONES * (VISITS + 1));
  expect(apiCalls(venue) - calls).toBeLessThanOrEqual(2 * PHONES * VISITS);
  expect(grown).toBeLessThan(MOST_KB);
  noteFault(
    'forgedStates',
    `${grouped(statuses.length)} refused, 0 scans, 0 calls; ${PHONES * VISITS} of ${PHONES * VISITS} phones served ` +
      `meanwhile, ten of them in ${grouped(Math.max(...waits))} ms at most; ` +
      `${grown < 0 ? '−' : '+'}${grouped(Math.abs(grown))} kB remembered`,
  );
});
