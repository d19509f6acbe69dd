/** Ten thousand states that nobody here made, while real phones come: they cost nothing but their own answer. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Client } from 'undici';
import { expect, test } from 'vitest';
import { grouped, noteFault } from '../../support/note-fault.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, recordedScans, visit } from './phones.ts';

const FORGED = 10_000;
const FORGERS = 10;
const PHONES = 10;
const VISITS = 5;
/** What a garbage collector may leave lying about; ten thousand remembered states of any kind would be more. */
const MOST_MB = 40;

function memoryOf(venue: Venue): number {
  const pid = `${venue.host().process.pid}`;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' })) / 1024;
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
  const venue = await openVenue();
  await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
  await forgeMany(venue, FORGED / 10);
  const calls = apiCalls(venue);
  const before = memoryOf(venue);

  const forging = Promise.all(Array.from({ length: FORGERS }, () => forgeMany(venue, FORGED / FORGERS)));
  const waits: number[] = [];
  for (let turn = 0; turn < VISITS; turn += 1) {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
    waits.push(performance.now() - startedAt);
  }
  const statuses = (await forging).flat();
  const grown = memoryOf(venue) - before;

  expect(statuses.filter((status) => status !== 400)).toEqual([]);
  expect(await recordedScans(venue)).toHaveLength(PHONES * (VISITS + 1));
  expect(venue.wechat.calls.count('/sns/oauth2/access_token')).toBe(PHONES * (VISITS + 1));
  expect(apiCalls(venue) - calls).toBeLessThanOrEqual(2 * PHONES * VISITS);
  expect(grown).toBeLessThan(MOST_MB);
  noteFault(
    'forgedStates',
    `${grouped(statuses.length)} refused, 0 scans, 0 calls; ${PHONES * VISITS} of ${PHONES * VISITS} phones served ` +
      `meanwhile, ten of them in ${grouped(Math.max(...waits))} ms at most; memory ${grown < 0 ? '−' : '+'}` +
      `${grouped(Math.abs(grown))} MB`,
  );
});
