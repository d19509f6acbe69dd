/** What this machine is to FollowDesk: how well it keeps secrets, where the data lies, which version runs. */
import type { HostStatus } from '#shared/model/host.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { describeBackend } from './vault-words.ts';

export function MachineSection({ host }: { host: HostStatus }) {
  const t = useText();
  const { vault } = host;
  return (
    <section className="settings-section" aria-labelledby="settings-machine">
      <h2 id="settings-machine">{t('settings:machine.title')}</h2>
      <dl className="settings-facts">
        <div>
          <dt>{t('settings:machine.vault')}</dt>
          <dd data-vault={vault.state} className={vault.state === 'ok' ? undefined : 'settings-trouble'}>
            {t(`settings:machine.vaultStates.${vault.state}`)}
          </dd>
        </div>
        <div>
          <dt>{t('settings:machine.backend')}</dt>
          <dd>{describeBackend(t, vault.backend)}</dd>
        </div>
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
    </section>
  );
}
