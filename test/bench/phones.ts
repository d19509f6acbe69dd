/**
 * The visitors, in a process of their own: N phones, each on its own kept connection, each coming back from
 * WeChat with a fresh code as soon as its last visit is answered. Anything but the status expected is an error.
 */
import { Client, type Dispatcher } from 'undici';
import { type DeskFeed, type DeskWaits, watchDesk } from './desk-feed.ts';
import { helperArgument, serveParent } from './helpers.ts';
import { percentile } from './statistics.ts';
import { openidOf } from './wechat-standin.ts';

export interface Crowd {
  url: string;
  state: string;
  /** What a visit that went well is answered with. */
  status: number;
  phones: number;
  /** How long they keep coming once nearly each has been answered, for which they wait no longer than that. */
  milliseconds: number;
  /** Also watch when each visit appears here. */
  feed?: DeskFeed;
}

export interface CrowdResult {
  /** Visits answered well, the first and the late ones included: what to divide costs by. */
  visits: number;
  errors: number;
  perSecond: number;
  p50: number;
  p99: number;
  desk?: DeskWaits;
}

const headers = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 ' +
    'Mobile Safari/537.36 MicroMessenger/8.0.50.2701(0x28003255) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en-US;q=0.8',
};

/** So many have to have been served: one whose connection is slow to come about must not hold up the rest. */
const fullSwing = 0.95;

const { run } = helperArgument<{ run: string }>();
let codes = 0;

/** 32 characters, as WeChat's are; the same one never twice in one run. */
function newCode(): string {
  codes += 1;
  return `${run}${codes.toString().padStart(32 - run.length, '0')}`;
}

async function send({ url, state, status: wanted, phones, milliseconds, feed }: Crowd): Promise<CrowdResult> {
  const desk = feed === undefined ? undefined : await watchDesk(feed);
  const times: number[] = [];
  const latestFrom = performance.now() + milliseconds;
  let errors = 0;
  /** Phones to be answered before the window opens: a rate is of a crowd in full swing, not of its first round. */
  let unserved = Math.ceil(phones * fullSwing);
  let windowFrom = 0;
  let endsAt = Number.POSITIVE_INFINITY;
  let inWindow = 0;

  function visit(client: Client, first: boolean, done: () => void): void {
    const sentAt = performance.now();
    let status = 0;
    function answered(): void {
      const now = performance.now();
      if (status === wanted) {
        times.push(now - sentAt);
        if (now > windowFrom && now <= endsAt) inWindow += 1;
      } else errors += 1;
      if (first) unserved -= 1;
      if (windowFrom === 0 && (unserved <= 0 || now >= latestFrom)) {
        windowFrom = now;
        endsAt = now + milliseconds;
        inWindow = 0;
      }
      if (now < endsAt) visit(client, false, done);
      else done();
    }
    const code = newCode();
    desk?.tap(openidOf(code));
    const path = `/callback?code=${code}&state=${state}`;
    const options: Dispatcher.DispatchOptions = { method: 'GET', path, headers };
    client.dispatch(options, {
      onRequestStart() {},
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData() {},
      onResponseEnd: answered,
      onResponseError: answered,
    });
  }

  async function phone(): Promise<void> {
    const client = new Client(url, { pipelining: 1 });
    await new Promise<void>((resolve) => visit(client, true, resolve));
    await client.close();
  }

  await Promise.all(Array.from({ length: phones }, phone));
  const sorted = Float64Array.from(times).sort();
  return {
    visits: times.length,
    errors,
    perSecond: (inWindow / milliseconds) * 1000,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    ...(desk && { desk: await desk.end() }),
  };
}

serveParent<Crowd, CrowdResult>({}, send);
