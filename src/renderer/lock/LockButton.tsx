/** Whether the console is locked, in the header, and a click to change it. Without a PIN there is nothing to show. */
import { LockFilled, UnlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useScreen } from '../routing.ts';
import { useText } from '../text/text.ts';
import { isBehindPin } from './behind-pin.ts';
import { useLock } from './use-lock.ts';

export function LockButton() {
  const t = useText();
  const { state, lockNow, askForPin } = useLock();
  const screen = useScreen();
  // A locked screen asks by itself.
  if (!state?.hasPin || (state.isLocked && isBehindPin(screen))) return null;
  return state.isLocked ? (
    <Button icon={<LockFilled aria-hidden />} title={t('lock:unlock')} onClick={askForPin}>
      {t('lock:locked')}
    </Button>
  ) : (
    <Button
      icon={<UnlockOutlined aria-hidden />}
      title={`${t('lock:lockTitle')} (Alt+L)`}
      aria-keyshortcuts="Alt+L"
      onClick={lockNow}
    >
      {t('lock:lockNow')}
    </Button>
  );
}
