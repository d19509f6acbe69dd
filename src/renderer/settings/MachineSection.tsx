/** What this machine is to FollowDesk: where the data lies, which version runs. */
import type { HostStatus } from '#shared/model/host.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { SettingsSection } from './SettingsSection.tsx';

export function MachineSection({ host }: { host: HostStatus }) {
  const t = useText();
  return (
    <SettingsSection name="machine">
      <dl className="settings-facts">
        <div>
          <dt>{t('settings:machine.folder')}</dt>
          <dd>
            <code>{host.dataFolder}</code>
            <CopyButton
              size="small"
              type="text"
              iconOnly
              text={host.dataFolder}
              label={t('settings:machine.copyFolder')}
            />
            <p className="settings-note">{t('settings:machine.folderHelp')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('settings:machine.version')}</dt>
          <dd>
            {host.version}
            <CopyButton
              size="small"
              type="text"
              iconOnly
              text={host.version}
              label={t('settings:machine.copyVersion')}
            />
          </dd>
        </div>
      </dl>
    </SettingsSection>
  );
}
