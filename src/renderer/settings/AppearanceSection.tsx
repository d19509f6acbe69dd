/** Language and theme: a choice applies at once, there is nothing to save. */
import { Radio } from 'antd';
import { type Settings, Settings as SettingsSchema } from '#shared/model/host.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const LANGUAGES = SettingsSchema.shape.language.unwrap().options;
const THEMES = SettingsSchema.shape.theme.unwrap().options;

export function AppearanceSection({ settings }: { settings: Settings }) {
  const t = useText();
  const change = useChangeSettings();
  return (
    <SettingsSection name="appearance">
      <p className="settings-note">{t('settings:appearance.note')}</p>
      <div className="settings-row">
        <span id="settings-language">{t('settings:appearance.language')}</span>
        <Radio.Group
          aria-labelledby="settings-language"
          optionType="button"
          value={settings.language}
          onChange={(event) => change.mutate({ language: event.target.value })}
          options={LANGUAGES.map((language) => ({
            value: language,
            label: t(`settings:appearance.languages.${language}`),
          }))}
        />
      </div>
      <div className="settings-row">
        <span id="settings-theme">{t('settings:appearance.theme')}</span>
        <Radio.Group
          aria-labelledby="settings-theme"
          optionType="button"
          value={settings.theme}
          onChange={(event) => change.mutate({ theme: event.target.value })}
          options={THEMES.map((theme) => ({ value: theme, label: t(`settings:appearance.themes.${theme}`) }))}
        />
      </div>
      {change.error && <FailureCallout error={change.error} />}
    </SettingsSection>
  );
}
