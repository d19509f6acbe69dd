/**
 * The visitors, in a process of their own: N phones, each on its own kept connection, each coming back from
 * WeChat with a fresh code as soon as its last visit is answered. Anything but a 303 is an error.
 */
import { Client, type Dispatcher } from 'undici';
import { helperArgument, serveParent } from './helpers.ts';

export interface Crowd {
  url: string;
  state: string;
  phones: number;
  /** How long they keep coming. */
  milliseconds: number;
}

export interface CrowdResult {
  /** Visits answered with 303, late ones included: what to divide costs by. */
  visits: number;
  errors: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const headers = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 ' +
    'Mobile Safari/537.36 MicroMessenger/8.0.50.2701(0x28003255) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en-US;q=0.8',
};

const { run } = helperArgument<{ run: string }>();
let codes = 0;

/** 32 characters, as WeChat's are; the same one never twice in one run. */
function newCode(): string {
  codes += 1;
  return `${run}${codes.toString().padStart(32 - run.length, '0')}`;
}

function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function send({ url, state, phones, milliseconds }: Crowd): Promise<CrowdResult> {
  const times: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + milliseconds;
  let inTime = 0;
  let errors = 0;

  function visit(client: Client, done: () => void): void {
    const sentAt = performance.now();
    let status = 0;
    function answered(): void {
      const now = performance.now();
      if (status === 303) {
        times.push(now - sentAt);
        if (now <= endsAt) inTime += 1;
      } else errors += 1;
      if (now < endsAt) visit(client, done);
      else done();
    }
    const options: Dispatcher.DispatchOptions = {
      method: 'GET',
      path: `/callback?code=${newCode()}&state=${state}`,
      headers,
    };
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
    await new Promise<void>((resolve) => visit(client, resolve));
    await client.close();
  }

  await Promise.all(Array.from({ length: phones }, phone));
  const sorted = Float64Array.from(times).sort();
  return {
    visits: times.length,
    errors,
    perSecond: (inTime / milliseconds) * 1000,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
}

serveParent<Crowd, CrowdResult>({}, send);
