/** From the tap on a phone to the row on the desk, with a small crowd at the door. */
import type { DeskWaits } from './desk-feed.ts';
import type { Bench } from './load.ts';
import { watchOthers } from './resources.ts';

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

/** @throws when FollowDesk is not among the servers. */
export async function measureDesk(bench: Bench, milliseconds: number): Promise<DeskTimes> {
  const server = bench.servers.find(({ name }) => name === 'followdesk');
  if (server?.feed === undefined)
    throw new Error('The desk is measured on FollowDesk: name it among --contenders');
  await bench.standin.ask({ latencyMs });
  const othersBusy = watchOthers([process.pid, bench.standin.pid, bench.phones.pid, ...server.pids]);
  const { errors, visits, desk } = await bench.phones.ask({
    url: server.url,
    status: server.status,
    state: await server.state(),
    phones,
    milliseconds,
    feed: server.feed,
  });
  if (desk === undefined) throw new Error('Nobody watched the desk');
  const lost = errors + desk.missing + (await server.undecided(visits));
  const wechatMs = callsEach * latencyMs;
  const beyond = { beyondP50: desk.p50 - wechatMs, beyondP99: desk.p99 - wechatMs };
  return { ...desk, phones, wechatMs, ...beyond, errors: lost, othersBusy: othersBusy() };
}
