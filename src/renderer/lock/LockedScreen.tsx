/** In the place of a screen behind the PIN: which one it is, and the way in. */
import { LockFilled } from '@ant-design/icons';
import type { Screen } from '../routing.ts';
import { useText } from '../text/text.ts';
import { PinQuestion } from './PinQuestion.tsx';

export function LockedScreen({ screen }: { screen: Screen }) {
  const t = useText();
  return (
    <div className="locked">
      <LockFilled className="locked-icon" aria-hidden />
      <h1>{t('lock:title', { screen: t(`screens.${screen}`) })}</h1>
      <p>{t('lock:body')}</p>
      <PinQuestion />
    </div>
  );
}
