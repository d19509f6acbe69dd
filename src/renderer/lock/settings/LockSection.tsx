/** The PIN, when it is asked for, and kiosk mode. */
import { Spin } from 'antd';
import { useConsole } from '../../host/console.tsx';
import { SettingsSection } from '../../settings/SettingsSection.tsx';
import { useText } from '../../text/text.ts';
import { useLock } from '../use-lock.ts';
import { KioskPart } from './KioskPart.tsx';
import { LockAfter } from './LockAfter.tsx';
import { PinPart } from './PinPart.tsx';
import './lock-section.css';

export function LockSection() {
  const t = useText();
  const { state } = useLock();
  const hasKioskWindow = useConsole().status.data?.capabilities.kioskWindow === true;
  return (
    <SettingsSection name="lock">
      <p className="settings-note">{t('lock:settings.intro')}</p>
      {state ? (
        <div className="lock-parts">
          <PinPart hasPin={state.hasPin} />
          {state.hasPin && <LockAfter minutes={state.lockAfterMinutes} sleeps={hasKioskWindow} />}
          <KioskPart hasPin={state.hasPin} hasWindow={hasKioskWindow} />
        </div>
      ) : (
        <Spin />
      )}
    </SettingsSection>
  );
}
