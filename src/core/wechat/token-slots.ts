/** Every slot there is, and whose it is. A token that is dead is dead in all of them. */
import type { Credentials } from './credentials.ts';
import { fingerprint, newTokenSlot, sameCredentials, type TokenSlot } from './token-slot.ts';
import type { TokenStore } from './token-store.ts';

export interface TokenSlots {
  of(credentials: Credentials): TokenSlot;
  /** False once it was forgotten. */
  has(slot: TokenSlot): boolean;
  /** Nobody is to be given this token again, here or after a restart. */
  drop(token: string): void;
  forget(accountId: string): void;
}

export function createTokenSlots(store: TokenStore): TokenSlots {
  const slots = new Map<string, TokenSlot>();
  const latest = new Map<string, { credentials: Credentials; slot: TokenSlot }>();

  return {
    of(credentials) {
      const known = latest.get(credentials.accountId);
      if (known && sameCredentials(known.credentials, credentials)) return known.slot;
      const key = fingerprint(credentials);
      const slot = slots.get(key) ?? newTokenSlot(key, credentials.tokenMode, store.get(key));
      slots.set(key, slot);
      latest.set(credentials.accountId, { credentials, slot });
      return slot;
    },
    has: (slot) => slots.get(slot.key) === slot,
    drop(token) {
      // Two accounts with one AppID may go to WeChat by different addresses and hold the same stable token.
      for (const slot of slots.values()) if (slot.current?.token === token) slot.current = null;
      store.drop(token);
    },
    forget(accountId) {
      const known = latest.get(accountId);
      if (known) slots.delete(known.slot.key);
      latest.delete(accountId);
      store.forget(accountId);
    },
  };
}
