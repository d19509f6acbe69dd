/**
 * Real people who come through the door meanwhile. They must go on getting their verdicts, and what their phones
 * hold (states, codes, result keys) is what the strangers try to misuse.
 */
import { readResult, visitAs } from '../support/door.ts';
import { createRandom } from './random.ts';

export interface Visitors {
  /** Puts something real in place of every `@@state@@` and its like. */
  fill(text: string): string;
  /** How many got their verdict, and what the slowest waited, in milliseconds. */
  count(): { visits: number; slowestMs: number };
  /** What went wrong with one of them, or null. */
  wrong(): string | null;
  /** Lets the one at the door finish, then asks again for every verdict that was given. */
  close(): Promise<void>;
}

/** Enough to choose from, and few enough to be fresh: a state is accepted for ten minutes. */
const STOCK = 60;
const PAUSE_MS = 50;
const EXPECTED = {
  follower: 'followed',
  stranger: 'not_followed',
  new: 'not_followed',
  declines: 'unknown',
} as const;
const kinds = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

export interface Entrance {
  callbackUrl: string;
  entryId: string;
  /** The state of the code on screen. */
  screenState(): Promise<string>;
}

export async function admitVisitors({ callbackUrl, entryId, screenState }: Entrance): Promise<Visitors> {
  const stock: Record<string, string[]> = {
    entry: [entryId],
    state: [],
    shared: [],
    code: [],
    spent: [],
    key: [],
  };
  const given = new Map<string, string>();
  const chance = createRandom(1, 1);
  let visits = 0;
  let slowestMs = 0;
  let wrong: string | null = null;
  let open = true;

  function keep(name: string, text: string): void {
    const list = stock[name] ?? [];
    list.push(text);
    if (list.length > STOCK) list.shift();
  }

  /** Somebody who gets a code and never uses it: strangers may. */
  async function leaveCode(): Promise<void> {
    const toWeChat = await fetch(`${callbackUrl}/go/${entryId}`, { redirect: 'manual' });
    const [authorizeUrl] = (toWeChat.headers.get('location') ?? '').split('#');
    const back = await fetch(`${authorizeUrl}&as=follower`, { redirect: 'manual' });
    const { searchParams } = new URL(back.headers.get('location') ?? '');
    keep('state', searchParams.get('state') ?? '');
    keep('code', searchParams.get('code') ?? '');
    keep('shared', await screenState());
  }

  async function visit(as: keyof typeof EXPECTED): Promise<void> {
    const startedAt = performance.now();
    const { key, code } = await visitAs(callbackUrl, entryId, as, as === 'new' ? '访客 "1"' : undefined);
    const { verdict } = await readResult(callbackUrl, key);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    if (verdict !== EXPECTED[as]) wrong ??= `${as} was told ${verdict}`;
    visits++;
    given.set(key, verdict);
    keep('key', key);
    if (code !== null) keep('spent', code);
  }

  async function comeAndGo(): Promise<void> {
    while (open) {
      try {
        await visit(kinds[visits % kinds.length] ?? 'follower');
        await leaveCode();
      } catch (error) {
        if (open)
          wrong ??= `a visitor got ${error}${error instanceof Error && error.cause ? `: ${error.cause}` : ''}`;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  // Strangers have something to misuse from the start.
  for (const kind of kinds) await visit(kind);
  await leaveCode();
  const going = comeAndGo();

  return {
    fill: (text) =>
      text.replaceAll(/@@([a-z]+)@@/g, (whole, name) => {
        const list = stock[name] ?? [];
        return list.length === 0 ? whole : chance.pick(list);
      }),
    count: () => ({ visits, slowestMs: Math.round(slowestMs) }),
    wrong: () => wrong,
    async close() {
      open = false;
      await going;
      for (const [key, verdict] of [...given].slice(-200)) {
        const now = await readResult(callbackUrl, key);
        if (now.verdict !== verdict) wrong ??= `${key} was ${verdict} and is ${now.verdict}`;
      }
    },
  };
}
