/** How this machine keeps secrets, what that is worth, and what was decided where it is worth little. */
import { useState } from 'react';
import type { HostStatus, Settings } from '#shared/model/host.ts';
import { Callout } from '../components/Callout.tsx';
import { useText } from '../text/text.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { VaultDecision } from './VaultDecision.tsx';
import { describeBackend } from './vault-words.ts';
import './vault-decision.css';

interface SecretsSectionProps {
  host: HostStatus;
  settings: Settings;
}

export function SecretsSection({ host: { vault }, settings }: SecretsSectionProps) {
  const t = useText();
  const [saved, setSaved] = useState(false);
  const decided = settings.withoutKeychain === 'undecided' ? null : settings.withoutKeychain;
  const { state, backend } = vault;
  // A key that lies beside what it seals is no keychain.
  const meaning = state === 'ok' && (backend === 'key-file' || backend === 'master-key') ? backend : state;
  return (
    <SettingsSection name="secrets">
      <p className="settings-note">{t('settings:secrets.intro')}</p>
      <dl className="settings-facts">
        <div>
          <dt>{t('settings:secrets.state')}</dt>
          <dd data-vault={state}>
            <span className={state === 'ok' ? undefined : 'settings-trouble'}>
              {t(`settings:secrets.states.${state}`)}
            </span>
            <p className="settings-note">{t(`settings:secrets.meanings.${meaning}`)}</p>
          </dd>
        </div>
        <div>
          <dt>{t('settings:secrets.backend')}</dt>
          <dd>{describeBackend(t, backend)}</dd>
        </div>
        {state !== 'ok' && (
          <div>
            <dt>{t('settings:secrets.decision')}</dt>
            <dd>
              {vault.undecided && <p className="settings-trouble">{t('settings:secrets.undecided')}</p>}
              <VaultDecision
                state={state}
                decided={vault.undecided ? null : decided}
                label={t('settings:secrets.decide')}
                onDecided={() => setSaved(true)}
              />
              {saved && <Callout tone="success" title={t('settings:secrets.decided')} />}
              <p className="settings-note">{t('settings:secrets.later')}</p>
            </dd>
          </div>
        )}
      </dl>
    </SettingsSection>
  );
}
