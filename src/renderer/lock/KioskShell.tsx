/** Kiosk mode: the desk and nothing else. No address, key or command leads out of it, only the PIN. */
import { FullscreenOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { fillScreen, leaveFullScreen, useFillsScreen } from '../components/fullscreen.ts';
import { Mark } from '../components/Mark.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { PinDialog } from './PinDialog.tsx';
import './kiosk.css';

export function KioskShell({ children }: { children: ReactNode }) {
  const t = useText();
  const { status } = useConsole();
  const { account } = useCurrentAccount();
  const [asked, setAsked] = useState(false);
  const fills = useFillsScreen();
  const isBrowser = status.data?.capabilities.kioskWindow === false;
  useDeskOnly();
  useEffect(() => {
    document.title = `${t('lock:kiosk.title')} · 关注台 FollowDesk`;
    // The PIN was typed, here or elsewhere: the screen is the operator's again.
    return leaveFullScreen;
  }, [t]);
  return (
    <div className="kiosk">
      <header className="kiosk-header">
        <Mark />
        <strong>{account?.name ?? t('product')}</strong>
        <span className="kiosk-actions">
          {isBrowser && !fills && (
            <Button type="text" icon={<FullscreenOutlined aria-hidden />} onClick={fillScreen}>
              {t('lock:kiosk.fullscreen')}
            </Button>
          )}
          <Button
            type="text"
            icon={<LockOutlined aria-hidden />}
            aria-label={t('lock:kiosk.leave')}
            title={t('lock:kiosk.leave')}
            onClick={() => setAsked(true)}
          />
        </span>
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        <Suspense>{children}</Suspense>
      </main>
      {asked && (
        <PinDialog
          title={t('lock:kiosk.leave')}
          body={t('lock:kiosk.leaveBody')}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}

/** The desk has places inside it, such as the posters: an address must not lead there. */
function useDeskOnly(): void {
  useEffect(() => {
    function stay(): void {
      if (location.hash !== hashOf('desk')) location.hash = hashOf('desk');
    }
    stay();
    window.addEventListener('hashchange', stay);
    return () => window.removeEventListener('hashchange', stay);
  }, []);
}
