/** Starting kiosk mode, and what it can and cannot do in this host. */
import { DesktopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../text/text.ts';
import { useLock } from '../use-lock.ts';

export function KioskPart({ hasPin, hasWindow }: { hasPin: boolean; hasWindow: boolean }) {
  const t = useText();
  const { startKiosk } = useLock();
  return (
    <section className="lock-kiosk" aria-labelledby="lock-kiosk">
      <h3 id="lock-kiosk">{t('lock:settings.kiosk')}</h3>
      <p className="settings-note">{t('lock:settings.kioskIntro')}</p>
      <p className="settings-note">
        {t(hasWindow ? 'lock:settings.kioskWindow' : 'lock:settings.kioskBrowser')}
      </p>
      <div className="settings-inline">
        <Button icon={<DesktopOutlined aria-hidden />} disabled={!hasPin} onClick={startKiosk}>
          {t('lock:settings.kioskStart')}
        </Button>
        {!hasPin && <span className="settings-note">{t('lock:settings.kioskNeedsPin')}</span>}
      </div>
    </section>
  );
}
