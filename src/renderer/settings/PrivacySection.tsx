/** Personal data: how long it stays, who sees it on screen, and forgetting one person. */
import { Switch } from 'antd';
import type { Settings } from '#shared/model/host.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { ErasePart } from './ErasePart.tsx';
import { KeepDays } from './KeepDays.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { useChangeSettings } from './use-change-settings.ts';
import './privacy.css';

export function PrivacySection({ settings }: { settings: Settings }) {
  const t = useText();
  return (
    <SettingsSection name="privacy">
      <p className="settings-note">{t('settings:privacy.intro')}</p>
      <MaskSwitch masked={settings.maskOpenids} />
      <section className="privacy-part" aria-labelledby="privacy-keep">
        <h3 id="privacy-keep">{t('settings:privacy.keep')}</h3>
        <p className="settings-note">{t('settings:privacy.keepHelp')}</p>
        <KeepDays key={settings.keepDays} kept={settings.keepDays} />
      </section>
      <section className="privacy-part" aria-labelledby="privacy-erase">
        <h3 id="privacy-erase">{t('settings:privacy.erase.title')}</h3>
        <p className="settings-note">{t('settings:privacy.erase.intro')}</p>
        <ErasePart />
      </section>
    </SettingsSection>
  );
}

/** It applies at once, there is nothing to save. */
function MaskSwitch({ masked }: { masked: boolean }) {
  const t = useText();
  const change = useChangeSettings();
  return (
    <>
      <div className="privacy-switch">
        <Switch
          id="privacy-mask"
          aria-describedby="privacy-mask-help"
          checked={masked}
          loading={change.isPending}
          onChange={(maskOpenids) => change.mutate({ maskOpenids })}
        />
        <label htmlFor="privacy-mask">{t('settings:privacy.mask')}</label>
      </div>
      <p id="privacy-mask-help" className="settings-note">
        {t('settings:privacy.maskHelp')}
      </p>
      {change.error && <FailureCallout error={change.error} />}
    </>
  );
}
