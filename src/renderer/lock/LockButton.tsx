/** Whether the console is locked, in the header, and a click to change it. Without a PIN there is nothing to show. */
import { LockFilled, UnlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../text/text.ts';
import { useLock } from './use-lock.ts';

export function LockButton() {
  const t = useText();
  const { state, lockNow, askForPin } = useLock();
  if (!state?.hasPin) return null;
  return state.isLocked ? (
    <Button icon={<LockFilled />} title={t('lock:unlock')} onClick={askForPin}>
      {t('lock:locked')}
    </Button>
  ) : (
    <Button
      icon={<UnlockOutlined />}
      title={`${t('lock:lockTitle')} (Alt+L)`}
      aria-keyshortcuts="Alt+L"
      onClick={lockNow}
    >
      {t('lock:lockNow')}
    </Button>
  );
}
