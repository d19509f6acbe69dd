/**
 * A visitor's phone as HTTP sees it: scan, WeChat's authorize page, the callback, the result page, and what people
 * and their phones do besides. The rule: it knows only what stands in the answers, as a phone does.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type Dispatcher } from 'undici';

/**
 * `double`: the callback twice at once · `impatient`: breaks it off and asks again · `back`: brings the used code
 * again · `reload`: loads the result again · `slow`: takes its time between the steps · `declines`: gives no consent.
 */
export const manners = ['plain', 'double', 'impatient', 'back', 'reload', 'slow', 'declines'] as const;
export type Manner = (typeof manners)[number];

export interface Visitor {
  /** Whom the simulator takes the phone for: an openid, or `declines`. */
  as: string;
  manner: Manner;
  /** What the code on the wall says: an authorize URL, or the address that leads to one. */
  scanned: string;
}

export interface Story {
  visitor: Visitor;
  /** As the page said it last. */
  verdict: string;
  /** Milliseconds from the callback to a page that says something, and to one that says what it will keep saying. */
  pageMs: number;
  verdictMs: number;
  waitingPages: number;
}

/** What the phone met where a person would have been lost. */
class Lost extends Error {
  override readonly name = 'Lost';
}

export interface PhoneOptions {
  callbackUrl: string;
  /** How fast its clock runs where it is told to wait. */
  haste?: number;
}

const headers = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile MicroMessenger/8.0.50',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9',
};
/** Longer than a network is away for in a rehearsal, shorter than anybody waits for its end. */
const longestPendingMs = 180_000;
const slowMs = 1500;
const impatientMs = 20;

interface Answer {
  status: number;
  location: string;
  text: string;
}

export async function visit(visitor: Visitor, { callbackUrl, haste = 1 }: PhoneOptions): Promise<Story> {
  const { as, manner, scanned } = visitor;
  const desk = new Client(callbackUrl, { pipelining: 1 });
  let waitingPages = 0;

  async function get(address: string, signal?: AbortSignal): Promise<Answer> {
    const { pathname, search, origin } = new URL(address, callbackUrl);
    const request = { method: 'GET', path: pathname + search, headers, signal } as const;
    const elsewhere = origin === new URL(callbackUrl).origin ? null : new Client(origin);
    try {
      const answer: Dispatcher.ResponseData = await (elsewhere ?? desk).request(request);
      const location = String(answer.headers.location ?? '');
      return { status: answer.statusCode, location, text: await answer.body.text() };
    } finally {
      await elsewhere?.close();
    }
  }

  async function dawdle(): Promise<void> {
    if (manner === 'slow') await wait(slowMs / haste);
  }

  /** As the page itself does, for as long as it says so. */
  async function bringCode(callback: string): Promise<string> {
    for (;;) {
      const answer = await get(callback);
      const seconds = /<meta http-equiv="refresh" content="(\d+)">/.exec(answer.text)?.[1];
      if (answer.status === 303) return answer.location;
      if (answer.status !== 503 || seconds === undefined)
        throw new Lost(`the callback answered ${answer.status}`);
      waitingPages += 1;
      await wait((Number(seconds) * 1000) / haste);
    }
  }

  async function breakOff(callback: string): Promise<void> {
    // Its connection breaks with it.
    const signal = AbortSignal.timeout(impatientMs);
    await fetch(callback, { headers, redirect: 'manual', signal }).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    );
  }

  async function read(path: string): Promise<{ verdict: string; isPending: boolean }> {
    const { status, text } = await get(path);
    const [, verdict, pending] = /data-verdict="(\w+)"[^>]*data-pending="(\w+)"/.exec(text) ?? [];
    if (status !== 200 || verdict === undefined) throw new Lost(`the result page answered ${status}`);
    return { verdict, isPending: pending === 'true' };
  }

  async function authorized(): Promise<string> {
    let address = scanned;
    if (address.startsWith(callbackUrl)) {
      const { status, location } = await get(address);
      if (status !== 302) throw new Lost(`the entry answered ${status}`);
      address = location;
    }
    await dawdle();
    const [page] = address.split('#');
    const { status, location } = await get(`${page}&as=${as}`);
    if (status !== 302) throw new Lost(`WeChat's authorize page answered ${status}`);
    return location;
  }

  try {
    const callback = await authorized();
    await dawdle();
    const startedAt = performance.now();
    if (manner === 'impatient') await breakOff(callback);
    const twin = manner === 'double' ? fetch(callback, { headers, redirect: 'manual' }) : null;
    const result = await bringCode(callback);
    await dawdle();
    let shown = await read(result);
    const pageMs = performance.now() - startedAt;
    while (shown.isPending && performance.now() - startedAt < longestPendingMs) {
      await wait(2000 / haste);
      shown = await read(result);
    }
    const verdictMs = performance.now() - startedAt;
    await (await twin)?.arrayBuffer();
    if (manner === 'reload') await read(result);
    if (manner === 'back' && (await bringCode(callback)) !== result) {
      throw new Lost('a used code led to another result');
    }
    return { visitor, verdict: shown.verdict, pageMs, verdictMs, waitingPages };
  } finally {
    await desk.close();
  }
}
