/** Setting, changing and removing the PIN; who changes it must know the one there is. */
import { Button } from 'antd';
import { useState } from 'react';
import { Callout } from '../../components/Callout.tsx';
import { useText } from '../../text/text.ts';
import { useLock } from '../use-lock.ts';
import { type PinDeed, PinForm } from './PinForm.tsx';

export function PinPart({ hasPin }: { hasPin: boolean }) {
  const t = useText();
  const { lockNow } = useLock();
  const [deed, setDeed] = useState<PinDeed | null>(null);
  const [done, setDone] = useState<PinDeed | null>(null);
  const shown = hasPin ? deed : 'set';

  function begin(next: PinDeed): void {
    setDone(null);
    setDeed(next);
  }

  return (
    <>
      {hasPin ? (
        <div className="settings-row">
          <span>{t('lock:settings.pin')}</span>
          <div className="settings-inline">
            <span>{t('lock:settings.state')}</span>
            <Button onClick={lockNow} title={`${t('lock:lockTitle')} (Alt+L)`}>
              {t('lock:settings.lockNow')}
            </Button>
            <Button onClick={() => begin('change')}>{t('lock:settings.change')}</Button>
            <Button danger onClick={() => begin('remove')}>
              {t('lock:settings.remove')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="settings-note">{t('lock:settings.none')}</p>
      )}
      {done && (
        <Callout
          tone="success"
          title={t(done === 'remove' ? 'lock:settings.removed' : 'lock:settings.saved')}
        />
      )}
      {shown && (
        <PinForm
          key={shown}
          deed={shown}
          onCancel={() => setDeed(null)}
          onDone={() => {
            setDeed(null);
            setDone(shown);
          }}
        />
      )}
    </>
  );
}
