/**
 * The doctor's questions to WeChat, asked once and shared by the checks. They go the way a visitor's go, with
 * the token that visitors get, and answers are kept as values: a doctor is called because something fails.
 */
import type { User } from '#shared/model/user.ts';
import type { Clock } from '../environment.ts';
import { WeChatRefused } from '../errors.ts';
import type { AccessTokens } from '../wechat/access-token.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import type { Probe, Quota } from '../wechat/probe.ts';
import { failureOf } from '../wechat/reason.ts';

/** What is needed of the WeChat client. */
export interface WeChatForDoctor {
  tokens: Pick<AccessTokens, 'get' | 'status'>;
  probe: Pick<Probe, 'callbackIps' | 'quota'>;
  /** Not the visitors' `lookup`: the made-up openid below would spoil a batch of theirs. */
  lookupMany: LookupMany;
}

/** Something tried: what it gave or its error, and how long it took. */
export type Attempt<T> = { ok: true; value: T; ms: number } | { ok: false; error: unknown; ms: number };

export interface Answers {
  /** Whether there is a token that WeChat accepts; the token itself is not kept. */
  token: Attempt<void>;
  /** Null when there is no token to ask with. */
  api: Attempt<void> | null;
  person: Attempt<User> | null;
  quota: Quota | null;
}

/** Well-formed and nobody's: an account that may ask about people is answered 40003. */
const NOBODY = 'oFollowDeskDoctorAsksForNone';

const LOOKUP_PATH = '/cgi-bin/user/info';

async function attempt<T>(clock: Clock, work: () => Promise<T>): Promise<Attempt<T>> {
  const startedAt = clock.now();
  try {
    const value = await work();
    return { ok: true, value, ms: clock.now() - startedAt };
  } catch (error) {
    return { ok: false, error, ms: clock.now() - startedAt };
  }
}

/** Whether WeChat itself said something, if only no. */
export function isAnswered(tried: Attempt<unknown> | null): boolean {
  return tried !== null && (tried.ok || tried.error instanceof WeChatRefused);
}

/** Never rejects. */
export async function askWeChat(
  client: WeChatForDoctor,
  credentials: Credentials,
  clock: Clock,
): Promise<Answers> {
  const token = await attempt(clock, async () => void (await client.tokens.get(credentials)));
  if (!token.ok) return { token, api: null, person: null, quota: null };
  const [api, person, quota] = await Promise.all([
    attempt(clock, async () => void (await client.probe.callbackIps(credentials))),
    attempt(clock, () => lookUpNobody(client, credentials)),
    client.probe.quota(credentials, LOOKUP_PATH).catch(() => null),
  ]);
  for (const tried of [api, person]) {
    // A kept token that WeChat no longer accepts, and no better one to be had.
    if (!tried.ok && isTokenTrouble(tried.error))
      return { token: tried, api: null, person: null, quota: null };
  }
  return { token, api, person, quota };
}

async function lookUpNobody(client: WeChatForDoctor, credentials: Credentials): Promise<User> {
  const [answer] = await client.lookupMany(credentials, [NOBODY]);
  if (answer === undefined || answer instanceof Error) throw answer;
  return answer;
}

function isTokenTrouble(error: unknown): boolean {
  const { reason } = failureOf(error, 'lookup');
  return reason === 'token' || reason === 'credentials';
}
