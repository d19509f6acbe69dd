/** A vault whose sealing can be seen: another `key` cannot open what this one sealed. */
import type { Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';

export function scramblingVault(key = 'test', state: 'ok' | 'unavailable' = 'ok'): Vault {
  const header = `sealed:${key}:`;
  return {
    status: () => ({ state, backend: 'test' }),
    seal(plain) {
      if (state === 'unavailable') throw new VaultUnavailable('test');
      return header + Buffer.from(plain).toString('base64');
    },
    open: (sealed) =>
      sealed.startsWith(header) ? Buffer.from(sealed.slice(header.length), 'base64').toString() : null,
  };
}
