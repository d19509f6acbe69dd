/** Settings and secrets of a real folder, over a vault whose state a test sets. */
import { createSecrets } from '#core/accounts/secrets.ts';
import type { Vault } from '#core/environment.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { manualClock } from './manual-clock.ts';
import { plainSettingsStore } from './plain-settings-store.ts';
import { recordingLogger } from './recording-logger.ts';
import { scramblingVault } from './scrambling-vault.ts';
import { temporaryFolder } from './temporary-folder.ts';

export function openSecrets(dataFolder = temporaryFolder(), vault: Vault = scramblingVault()) {
  const file = openSettingsFile({ dataFolder, openSettings: plainSettingsStore, clock: manualClock() });
  const secrets = createSecrets({ file, vault, dataFolder, logger: recordingLogger() });
  return {
    ...secrets,
    dataFolder,
    decide(withoutKeychain: 'undecided' | 'weak' | 'memory') {
      secrets.file.change((data) => ({ ...data, settings: { ...data.settings, withoutKeychain } }));
    },
  };
}
