/** From the tap on a phone to the row on the desk, with a small crowd at the door: the middle of a few rounds. */
import type { DeskWaits } from './desk-feed.ts';
import type { Bench, MeasuredServer } from './load.ts';
import { watchOthers } from './resources.ts';
import { median } from './statistics.ts';

export interface DeskTimes extends DeskWaits {
  phones: number;
  /** What WeChat's own two answers take; the rest is FollowDesk's and the loopback's. */
  wechatMs: number;
  beyondP50: number;
  beyondP99: number;
  errors: number;
  othersBusy: number;
}

const phones = 50;
const latencyMs = 40;
const callsEach = 2;
const rounds = 3;

/** `milliseconds` of a round. @throws when FollowDesk is not among the servers. */
export async function measureDesk(bench: Bench, milliseconds: number): Promise<DeskTimes> {
  const server = bench.servers.find(({ name }) => name === 'followdesk');
  if (server?.feed === undefined)
    throw new Error('The desk is measured on FollowDesk: name it among --contenders');
  await bench.standin.ask({ latencyMs });
  const othersBusy = watchOthers([process.pid, bench.standin.pid, bench.phones.pid, ...server.pids]);
  const watched: (DeskWaits & { errors: number })[] = [];
  for (let round = 0; round < rounds; round += 1) watched.push(await watchOnce(bench, server, milliseconds));
  const middle = (figure: 'p50' | 'p99' | 'max') => median(watched.map((one) => one[figure]));
  const total = (count: 'taps' | 'missing' | 'errors') => watched.reduce((sum, one) => sum + one[count], 0);
  const [p50, p99] = [middle('p50'), middle('p99')];
  const wechatMs = callsEach * latencyMs;
  return {
    p50,
    p99,
    max: middle('max'),
    taps: total('taps'),
    missing: total('missing'),
    phones,
    wechatMs,
    beyondP50: p50 - wechatMs,
    beyondP99: p99 - wechatMs,
    errors: total('errors'),
    othersBusy: othersBusy(),
  };
}

async function watchOnce({ phones: visitors }: Bench, server: MeasuredServer, milliseconds: number) {
  const { url, status, feed } = server;
  const crowd = { url, status, phones, milliseconds, ...(feed && { feed }) };
  const { errors, visits, desk } = await visitors.ask({ ...crowd, state: await server.state() });
  if (desk === undefined) throw new Error('Nobody watched the desk');
  return { ...desk, errors: errors + desk.missing + (await server.undecided(visits)) };
}
