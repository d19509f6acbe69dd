/** Settings kept safe: out to a file, in from one, back to an earlier version. */
import { useText } from '../text/text.ts';
import { Backups } from './Backups.tsx';
import { ExportSettings } from './ExportSettings.tsx';
import { ImportSettings } from './ImportSettings.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import './safekeeping.css';

const PARTS = { export: ExportSettings, import: ImportSettings, backups: Backups } as const;

export function SafekeepingSection() {
  const t = useText();
  return (
    <SettingsSection name="safekeeping">
      {(['export', 'import', 'backups'] as const).map((name) => {
        const Part = PARTS[name];
        return (
          <section key={name} className="safekeeping" aria-labelledby={`safekeeping-${name}`}>
            <h3 id={`safekeeping-${name}`}>{t(`settings:safekeeping.${name}.title`)}</h3>
            <p className="settings-note">{t(`settings:safekeeping.${name}.intro`)}</p>
            <Part />
          </section>
        );
      })}
    </SettingsSection>
  );
}
