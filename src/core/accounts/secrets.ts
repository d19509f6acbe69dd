/**
 * Secrets under the operator's decision: the host's vault, and the settings that hold what it sealed. The rule:
 * after every change each secret is where `vault-policy` wants it. What may not be sealed is held in memory, and
 * what was sealed weakly is taken off the disk, backups included, once somebody chose memory or a good keychain is
 * there to seal it anew.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HostStatus } from '#shared/model/host.ts';
import type { Environment, Vault } from '../environment.ts';
import { VaultUnavailable, VaultUndecided } from '../errors.ts';
import { dropSealed } from '../storage/backups.ts';
import { isHeld, mapSealed, newHeldText, sealedTexts } from '../storage/sealed-places.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { SettingsData } from '../storage/settings-schema.ts';
import { keepingOf } from '../vault-policy.ts';

/** For what an operator typed. */
export interface SecretVault extends Vault {
  status(): HostStatus['vault'];
  /** A text for the settings, sealed or standing for what is held in memory. @throws VaultUndecided */
  seal(plain: string): string;
  /** True when what this text stands for is gone once FollowDesk ends. */
  isVolatile(text: string | null): boolean;
}

export interface Secrets {
  /** The settings file; each change through it also puts the secrets in their place. */
  file: SettingsFile;
  vault: SecretVault;
  /** For what can be had again, such as tokens: seals, or refuses where nothing may be on disk. */
  spare: Vault;
}

export function createSecrets({
  file,
  vault,
  dataFolder,
  logger,
}: Pick<Environment, 'vault' | 'dataFolder' | 'logger'> & { file: SettingsFile }): Secrets {
  /** Plain secrets by the text that stands for them: those held, and those opened once already. */
  const known = new Map<string, string>();

  function keeping(data = file.data()) {
    return keepingOf(vault.status().state, data.settings.withoutKeychain);
  }

  function undecided(): VaultUndecided {
    const { state, backend } = vault.status();
    return new VaultUndecided(state === 'weak' ? 'weak' : 'unavailable', backend);
  }

  function hold(plain: string): string {
    const text = newHeldText();
    known.set(text, plain);
    return text;
  }

  function open(text: string) {
    const plain = known.get(text);
    if (plain !== undefined) return { state: 'ok', plain } as const;
    const opened = vault.open(text);
    // The vault is asked once and not for every scan; what does not open today may tomorrow.
    if (opened.state === 'ok') known.set(text, opened.plain);
    return opened;
  }

  function sealAnew(text: string): string {
    const opened = open(text);
    try {
      return opened.state === 'ok' ? vault.seal(opened.plain) : text;
    } catch {
      // The keychain went away this moment: the next change tries again.
      return text;
    }
  }

  function holdOpened(text: string): string {
    const opened = isHeld(text) ? null : vault.open(text);
    return opened?.state === 'ok' ? hold(opened.plain) : text;
  }

  function isOutgrown(data: SettingsData): boolean {
    return data.weaklySealed && vault.status().state === 'ok';
  }

  function settled(data: SettingsData): SettingsData {
    const { state } = vault.status();
    const noted = { ...data, weaklySealed: state === 'weak' || (data.weaklySealed && state !== 'ok') };
    switch (keeping(data)) {
      case 'sealed':
        return mapSealed(noted, (text) => (isHeld(text) || isOutgrown(data) ? sealAnew(text) : text));
      case 'memory':
        return mapSealed(noted, holdOpened);
      case 'undecided':
        return noted;
    }
  }

  function opensHere(text: string): boolean {
    return !isHeld(text) && vault.open(text).state === 'ok';
  }

  /** Takes what this vault opens off the disk, wherever it lies beside the settings file itself. */
  function clearDisk(): void {
    const tokens = join(dataFolder, 'tokens.sealed');
    try {
      dropSealed(join(dataFolder, 'backups'), opensHere);
      if (existsSync(tokens) && opensHere(readFileSync(tokens, 'utf8'))) rmSync(tokens);
    } catch (error) {
      logger.error(
        { error: String(error) },
        'some sealed secrets are still on disk; the next start tries again',
      );
    }
  }

  function change(edit: (data: SettingsData) => SettingsData): void {
    const before = file.data();
    file.change((data) => {
      const next = edit(data);
      if (isOutgrown(next)) clearDisk();
      return settled(next);
    });
    const { settings } = file.data();
    const stay = sealedTexts(file.data());
    const gone = [...sealedTexts(before)].filter((text) => !stay.has(text));
    for (const text of gone) known.delete(text);
    const decided = settings.withoutKeychain !== before.settings.withoutKeychain;
    if (keeping() === 'memory' && (decided || gone.some((text) => !isHeld(text)))) clearDisk();
  }

  // The last run may have ended between the decision and its consequences.
  if (keeping() === 'memory') {
    if ([...sealedTexts(file.data())].some(opensHere)) change((data) => data);
    clearDisk();
  } else if (isOutgrown(file.data())) change((data) => data);

  return {
    file: { data: file.data, change, notice: file.notice },
    vault: {
      status: () => ({ ...vault.status(), undecided: keeping() === 'undecided' }),
      seal(plain) {
        const how = keeping();
        if (how === 'undecided') throw undecided();
        return how === 'memory' ? hold(plain) : vault.seal(plain);
      },
      open,
      isVolatile: isHeld,
    },
    spare: {
      status: vault.status,
      seal(plain) {
        const how = keeping();
        if (how === 'undecided') throw undecided();
        if (how === 'memory') throw new VaultUnavailable(vault.status().backend);
        return vault.seal(plain);
      },
      open: vault.open,
    },
  };
}
