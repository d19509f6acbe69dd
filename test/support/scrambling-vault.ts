/** A vault whose sealing can be seen, and whose state a test sets: another `key` cannot open what this one sealed. */
import type { Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';
import type { VaultState } from '#shared/model/host.ts';

export interface ScramblingVault extends Vault {
  /** As when a keychain is locked, unlocked or taken away while the app runs. */
  become(state: VaultState): void;
}

export function scramblingVault(key = 'test', state: VaultState = 'ok'): ScramblingVault {
  const header = `sealed:${key}:`;
  let now = state;
  return {
    become(next) {
      now = next;
    },
    status: () => ({ state: now, backend: 'test' }),
    seal(plain) {
      if (now === 'unavailable') throw new VaultUnavailable('test');
      return header + Buffer.from(plain).toString('base64');
    },
    open(sealed) {
      if (!sealed.startsWith('sealed:')) return { state: 'corrupt' };
      if (!sealed.startsWith(header) || now === 'unavailable') return { state: 'unreadable' };
      return { state: 'ok', plain: Buffer.from(sealed.slice(header.length), 'base64').toString() };
    },
  };
}
