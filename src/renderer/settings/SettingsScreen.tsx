/** Settings: how the console looks, where phones come back to, and what this machine is. */
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CallbackSection } from './CallbackSection.tsx';
import { MachineSection } from './MachineSection.tsx';
import './settings.css';

export function SettingsScreen() {
  const t = useText();
  const { query, status } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions());
  return (
    <div className="settings">
      <h1>{t('settings:title')}</h1>
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
      {status.data && <MachineSection host={status.data} />}
    </div>
  );
}
