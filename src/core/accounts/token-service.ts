/**
 * FollowDesk as the token service of an organisation's other systems. The rule: off until an operator opens
 * it, one key per account, of which only the digest is kept, and which opens this account's token and nothing
 * else.
 */
import type { Clock } from '../environment.ts';
import { NotFound, WrongTokenMode } from '../errors.ts';
import { digestOfKey, isHandedKey, newHandedKey } from '../handed-key.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredAccount } from '../storage/settings-schema.ts';
import type { AccessTokens } from '../wechat/access-token.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { Probe } from '../wechat/probe.ts';
import type { Accounts } from './accounts.ts';

export interface RevealedToken {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** Whole seconds left. */
  expiresIn: number;
}

export interface TokenService {
  /** A new key; one given before stops working. @throws NotFound, WrongTokenMode, StorageFailed */
  open(accountId: string): string;
  /** @throws NotFound, StorageFailed */
  close(accountId: string): void;
  /** Whether this key opens this account's token; takes as long for an account that does not exist. */
  admits(accountId: string, key: string): boolean;
  /**
   * @param isDoubted WeChat refused the token given last: WeChat is asked about ours before it is given again.
   * @throws WrongTokenMode, SecretMissing, WeChatRefused, WeChatUnreachable
   */
  read(accountId: string, isDoubted: boolean): Promise<RevealedToken>;
}

const KEY_PREFIX = 'fdt_';
const KEY_BYTES = 32;
/** Readers that doubt together, or all the time, must not make us call WeChat as often as they ask. */
const CHECKS_APART = 30_000;

export function createTokenService({
  file,
  accounts,
  accessTokens,
  probe,
  clock,
}: {
  file: SettingsFile;
  accounts: Pick<Accounts, 'credentials'>;
  accessTokens: Pick<AccessTokens, 'hold'>;
  probe: Pick<Probe, 'callbackIps'>;
  clock: Clock;
}): TokenService {
  const checks = new Map<string, { at: number; done: Promise<unknown> }>();

  function stored(accountId: string): StoredAccount | undefined {
    return file.data().accounts.find(({ id }) => id === accountId);
  }

  function setDigest(accountId: string, tokenKeyDigest: string | null): void {
    file.change((data) => ({
      ...data,
      accounts: data.accounts.map((account) =>
        account.id === accountId ? { ...account, tokenKeyDigest } : account,
      ),
    }));
  }

  /** Whether WeChat answers does not matter: a token that it refuses is replaced on the way. */
  function check(credentials: Credentials): Promise<unknown> {
    const now = clock.now();
    const last = checks.get(credentials.accountId);
    if (last && now - last.at < CHECKS_APART) return last.done;
    const done = probe.callbackIps(credentials).catch(() => undefined);
    checks.set(credentials.accountId, { at: now, done });
    return done;
  }

  return {
    open(accountId) {
      const account = stored(accountId);
      if (!account) throw new NotFound('account', accountId);
      refuseShared(accountId, account.tokenMode);
      const key = newHandedKey(KEY_PREFIX, KEY_BYTES);
      setDigest(accountId, digestOfKey(key));
      return key;
    },
    close(accountId) {
      if (!stored(accountId)) throw new NotFound('account', accountId);
      setDigest(accountId, null);
    },
    admits: (accountId, key) => isHandedKey(key, stored(accountId)?.tokenKeyDigest ?? null),
    async read(accountId, isDoubted) {
      const credentials = accounts.credentials(accountId);
      refuseShared(accountId, credentials.tokenMode);
      if (isDoubted) await check(credentials);
      const { token, expiresAt } = await accessTokens.hold(credentials);
      return { token, expiresAt, expiresIn: Math.max(0, Math.floor((expiresAt - clock.now()) / 1000)) };
    },
  };
}

/** Handing on what another service handed out makes chains, and a chain can bite its own tail. */
function refuseShared(accountId: string, tokenMode: StoredAccount['tokenMode']): void {
  if (tokenMode === 'shared') throw new WrongTokenMode(accountId, tokenMode);
}
