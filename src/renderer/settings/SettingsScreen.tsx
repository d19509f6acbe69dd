/** Settings: how the console looks, how phones and WeChat are reached, how things are kept, what this machine is. */
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { LockSection } from '../lock/settings/LockSection.tsx';
import { useText } from '../text/text.ts';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CallbackSection } from './CallbackSection.tsx';
import { MachineSection } from './MachineSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { SafekeepingSection } from './SafekeepingSection.tsx';
import { SecretsSection } from './SecretsSection.tsx';
import { SettingsNavigation } from './SettingsNavigation.tsx';
import { useSectionInView } from './use-section-in-view.ts';
import './settings.css';

export function SettingsScreen() {
  const t = useText();
  const { query, status } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions());
  const network = useQuery(query.host.network.queryOptions());
  const { inView, go } = useSectionInView(settings.data !== undefined && network.data !== undefined);
  return (
    <div className="settings">
      <h1>{t('settings:title')}</h1>
      <SettingsNavigation inView={inView} onGo={go} />
      <div className="settings-sections">
        {settings.isPending && <Spin className="settings-waiting" description={t('loading')} />}
        {settings.error && !settings.data && (
          <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
        )}
        {settings.data && (
          <>
            <AppearanceSection settings={settings.data} />
            <CallbackSection settings={settings.data} />
          </>
        )}
        {network.error && !network.data && (
          <ErrorState error={network.error} onRetry={() => void network.refetch()} />
        )}
        {network.data && <NetworkSection network={network.data} />}
        {settings.data && status.data && <SecretsSection host={status.data} settings={settings.data} />}
        <LockSection />
        {settings.data && <PrivacySection settings={settings.data} />}
        <SafekeepingSection />
        {status.data && <MachineSection host={status.data} />}
      </div>
    </div>
  );
}
