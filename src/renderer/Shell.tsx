/** The frame around every screen: header, notices, navigation; and what shows when the session is gone, it is locked, or a kiosk. */
import {
  BarChartOutlined,
  DesktopOutlined,
  HeartOutlined,
  IdcardOutlined,
  MedicineBoxOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { EmptyState } from './components/EmptyState.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { Mark } from './components/Mark.tsx';
import { Notices } from './components/Notices.tsx';
import { DeskScreen } from './desk/DeskScreen.tsx';
import { Header } from './Header.tsx';
import { useConsole } from './host/console.tsx';
import { CurrentAccountProvider } from './host/current-account.tsx';
import { isBehindPin } from './lock/behind-pin.ts';
import { KioskShell } from './lock/KioskShell.tsx';
import { LockedScreen } from './lock/LockedScreen.tsx';
import { useLock } from './lock/use-lock.ts';
import { Palette } from './palette/Palette.tsx';
import { PaletteHint } from './palette/PaletteHint.tsx';
import { usePalette } from './palette/use-palette.ts';
import { hashOf, SCREENS, type Screen, useScreen } from './routing.ts';
import { useText } from './text/text.ts';
import './shell.css';

const VIEWS: Record<Screen, ComponentType> = {
  desk: DeskScreen,
  lookup: lazy(async () => ({ default: (await import('./lookup/LookupScreen.tsx')).LookupScreen })),
  followers: lazy(async () => ({
    default: (await import('./followers/FollowersScreen.tsx')).FollowersScreen,
  })),
  records: lazy(async () => ({ default: (await import('./records/RecordsScreen.tsx')).RecordsScreen })),
  accounts: lazy(async () => ({ default: (await import('./accounts/AccountsScreen.tsx')).AccountsScreen })),
  doctor: lazy(async () => ({ default: (await import('./doctor/DoctorScreen.tsx')).DoctorScreen })),
  settings: lazy(async () => ({ default: (await import('./settings/SettingsScreen.tsx')).SettingsScreen })),
};

const ICONS: Record<Screen, ComponentType> = {
  desk: DesktopOutlined,
  lookup: IdcardOutlined,
  followers: HeartOutlined,
  records: BarChartOutlined,
  accounts: TeamOutlined,
  doctor: MedicineBoxOutlined,
  settings: SettingOutlined,
};

export function Shell() {
  const { sessionLost } = useConsole();
  const { state, isPending } = useLock();
  if (sessionLost) return <SessionEnded />;
  // A kiosk must not show for a moment what it is there to hide.
  if (isPending) return <Waiting />;
  return (
    <CurrentAccountProvider>
      {state?.isKiosk ? (
        <KioskShell>
          <DeskScreen />
        </KioskShell>
      ) : (
        <OpenShell isLocked={state?.isLocked === true} />
      )}
    </CurrentAccountProvider>
  );
}

function OpenShell({ isLocked }: { isLocked: boolean }) {
  const t = useText();
  const screen = useScreen();
  useScreenShortcuts();
  const palette = usePalette();
  const [entriesShown, setEntriesShown] = useState(0);
  useEffect(() => {
    document.title = `${t(`screens.${screen}`)} · 关注台 FollowDesk`;
  }, [t, screen]);

  const View = VIEWS[screen];
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={focusMain}>
        {t('skipToContent')}
      </button>
      <Header />
      <Notices />
      <Navigation current={screen} onPalette={palette.open} />
      <main id="main" className="shell-main" tabIndex={-1}>
        {/* The desk reads which entry to show when it opens. */}
        <ErrorBoundary key={`${screen}.${entriesShown}`}>
          <Suspense fallback={<Waiting />}>
            {isLocked && isBehindPin(screen) ? <LockedScreen screen={screen} /> : <View />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <Palette
        isOpen={palette.isOpen}
        onClose={palette.close}
        onEntry={() => setEntriesShown((count) => count + 1)}
      />
    </div>
  );
}

function Waiting() {
  const t = useText();
  return <Spin className="shell-waiting" description={t('loading')} />;
}

function Navigation({ current, onPalette }: { current: Screen; onPalette: () => void }) {
  const t = useText();
  return (
    <nav className="shell-nav" aria-label={t('navigation')}>
      {SCREENS.map((screen, index) => {
        const Icon = ICONS[screen];
        return (
          <a
            key={screen}
            href={hashOf(screen)}
            aria-current={screen === current ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
            title={`${t(`screens.${screen}`)} (Alt+${index + 1})`}
          >
            <Icon aria-hidden />
            {t(`screens.${screen}`)}
          </a>
        );
      })}
      <PaletteHint onOpen={onPalette} />
    </nav>
  );
}

function SessionEnded() {
  const t = useText();
  return (
    <main className="shell-alone">
      <h1 className="shell-product">
        <Mark />
        {t('product')}
      </h1>
      <EmptyState
        title={t('session.title')}
        actions={
          <Button type="primary" onClick={() => location.reload()}>
            {t('session.reload')}
          </Button>
        }
      >
        {t('session.body')}
      </EmptyState>
    </main>
  );
}

/** A button, not a link: the hash names screens, so skipping may not change it. */
function focusMain(): void {
  document.getElementById('main')?.focus();
}

function useScreenShortcuts(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const screen = SCREENS[Number(/^Digit([1-9])$/.exec(event.code)?.[1]) - 1];
      if (!screen) return;
      event.preventDefault();
      location.hash = hashOf(screen);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
