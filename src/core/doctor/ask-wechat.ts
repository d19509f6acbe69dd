/**
 * The doctor's questions to WeChat: each asked once, when the first check wants its answer, and shared. They go
 * the way a visitor's go, with the token that visitors get, and answers are kept as values: a doctor is called
 * because something fails.
 */
import type { CheckName } from '#shared/model/doctor.ts';
import type { User } from '#shared/model/user.ts';
import type { Clock } from '../environment.ts';
import { SecretMissing, TokenServiceFailed, WeChatRefused, WeChatUnreachable } from '../errors.ts';
import type { AccessTokens } from '../wechat/access-token.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import { NOBODY } from '../wechat/nobody.ts';
import type { OutboundFetch } from '../wechat/outbound.ts';
import type { Probe, Quota } from '../wechat/probe.ts';
import { failureOf } from '../wechat/reason.ts';

/** What is needed of the WeChat client. */
export interface WeChatForDoctor {
  tokens: Pick<AccessTokens, 'get' | 'status'>;
  probe: Pick<Probe, 'reach' | 'acceptsCredentials' | 'callbackIps' | 'quota' | 'rememberedCall'>;
  /** Not the visitors' `lookup`: the made-up openid below would spoil a batch of theirs. */
  lookupMany: LookupMany;
  /** Another address by the same way as WeChat. */
  fetch: OutboundFetch;
}

/** Something tried: what it gave or its error, and how long it took. */
export type Attempt<T> = { ok: true; value: T; ms: number } | { ok: false; error: unknown; ms: number };

/** None of these rejects; null = could not even be asked, because there is no token. */
export interface WeChatAnswers {
  /** Whether a token is to be had; the token itself is not kept. */
  token(): Promise<Attempt<void>>;
  /** Whether WeChat accepts the AppSecret from here today; null when FollowDesk never shows it for a token. */
  acceptance(): Promise<Attempt<void> | null>;
  api(): Promise<Attempt<void> | null>;
  /** About nobody: an account that may ask is answered 40003. */
  person(): Promise<Attempt<User> | null>;
  quota(): Promise<Attempt<Quota> | null>;
  /** Whether WeChat speaks there at all; needs neither secret nor token. */
  reach(): Promise<Attempt<void>>;
  /** The address WeChat saw us call from, when it would say. */
  address(): Promise<string | null>;
}

export const LOOKUP_PATH = '/cgi-bin/user/info';

export function createAnswers(
  client: WeChatForDoctor,
  credentials: Credentials | SecretMissing,
  apiBaseUrl: string,
  clock: Clock,
): WeChatAnswers {
  async function attempt<T>(work: (known: Credentials) => Promise<T>): Promise<Attempt<T>> {
    const at = clock.now();
    try {
      if (credentials instanceof SecretMissing) throw credentials;
      const value = await work(credentials);
      return { ok: true, value, ms: clock.now() - at };
    } catch (error) {
      return { ok: false, error, ms: clock.now() - at };
    }
  }

  async function withToken<T>(work: (known: Credentials) => Promise<T>): Promise<Attempt<T> | null> {
    return (await token()).ok ? attempt(work) : null;
  }

  const token = once(() => attempt(async (known) => void (await client.tokens.get(known))));

  function fetches(): number {
    return credentials instanceof SecretMissing ? 0 : client.tokens.status(credentials).fetches;
  }
  const fetchesBefore = fetches();

  const acceptance = once(async () => {
    const had = await token();
    if (credentials instanceof SecretMissing) return had;
    if (credentials.tokenMode === 'shared') return null;
    if (!had.ok || fetches() > fetchesBefore) return had;
    // A kept token says nothing of today's secret and address: WeChat checks both only where it hands one out.
    const today = await attempt((known) => client.probe.acceptsCredentials(known));
    const obstacle = today.ok ? null : obstacleOf(today.error);
    return obstacle === 'credentials' || obstacle === 'whitelist' ? today : had;
  });

  const person = once(() =>
    withToken(async (known) => {
      const [answer] = await client.lookupMany(known, [NOBODY]);
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    }),
  );

  return {
    token,
    acceptance,
    person,
    api: once(() => withToken(async (known) => void (await client.probe.callbackIps(known)))),
    quota: once(() => withToken((known) => client.probe.quota(known, LOOKUP_PATH))),
    reach: once(async () => {
      const at = clock.now();
      return client.probe.reach({ apiBaseUrl }).then(
        (): Attempt<void> => ({ ok: true, value: undefined, ms: clock.now() - at }),
        (error: unknown): Attempt<void> => ({ ok: false, error, ms: clock.now() - at }),
      );
    }),
    address: once(async () => {
      const asked = await person();
      const rid = asked?.ok === false && asked.error instanceof WeChatRefused ? asked.error.rid : null;
      if (rid === null) return null;
      const call = await attempt((known) => client.probe.rememberedCall(known, rid));
      return call.ok ? call.value.clientIp : null;
    }),
  };
}

/** Whether WeChat itself said something, if only no. */
export function isAnswered<T>(
  tried: Attempt<T> | null,
): tried is { ok: true; value: T; ms: number } | { ok: false; error: WeChatRefused; ms: number } {
  return tried !== null && (tried.ok || tried.error instanceof WeChatRefused);
}

/** Which check such an error is the business of; null when it belongs to the question that was asked. */
export function obstacleOf(error: unknown): CheckName | null {
  if (error instanceof TokenServiceFailed) return 'token';
  if (error instanceof WeChatUnreachable) return 'api_reachable';
  const { reason } = failureOf(error, 'lookup');
  if (reason === 'credentials') return 'credentials';
  if (reason === 'ip_not_allowed') return 'whitelist';
  return reason === 'token' ? 'token' : null;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => (asked ??= ask());
}
