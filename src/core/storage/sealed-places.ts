/**
 * The places of the settings that hold a secret's text, all of them, so that a change of how secrets are kept
 * misses none. The rule: a text that stands for a secret held in memory never reaches the disk.
 */
import { randomUUID } from 'node:crypto';
import type { SettingsData, StoredAccount } from './settings-schema.ts';

/** No vault's text begins like this. */
const HELD = 'memory:';

/** A text that stands for a secret held in memory. */
export function newHeldText(): string {
  return HELD + randomUUID();
}

export function isHeld(text: string | null): boolean {
  return text?.startsWith(HELD) === true;
}

type Change = (text: string) => string | null;

function inAccount(account: StoredAccount, changed: (text: string | null) => string | null): StoredAccount {
  const { sharedToken } = account;
  return {
    ...account,
    sealedSecret: changed(account.sealedSecret),
    sharedToken: sharedToken && { ...sharedToken, sealedBearer: changed(sharedToken.sealedBearer) },
  };
}

/** The same settings with each secret's text replaced by what `change` answers. */
export function mapSealed(data: SettingsData, change: Change): SettingsData {
  const changed = (text: string | null) => (text === null ? null : change(text));
  return {
    ...data,
    sealedStateKey: changed(data.sealedStateKey),
    network: { ...data.network, sealedProxyPassword: changed(data.network.sealedProxyPassword) },
    accounts: data.accounts.map((account) => inAccount(account, changed)),
  };
}

export function sealedTexts(data: SettingsData): Set<string> {
  const texts = new Set<string>();
  mapSealed(data, (text) => {
    texts.add(text);
    return text;
  });
  return texts;
}

/** The settings as they go to the disk. */
export function withoutHeld(data: SettingsData): SettingsData {
  return mapSealed(data, (text) => (isHeld(text) ? null : text));
}
