/** Says that WeChat is being asked again and again, and when it answered last. */
import { ClockCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Callout } from '../../components/Callout.tsx';
import { clockTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { CurrentWatch } from './use-whitelist-watch.ts';

interface WatchLineProps {
  watch: CurrentWatch;
  /** When WeChat last answered, ISO 8601. */
  at: string | null;
  running: boolean;
}

export function WatchLine({ watch, at, running }: WatchLineProps) {
  const t = useText();
  const time = at === null ? '' : clockTime(at);
  if (watch.state !== 'watching') {
    return running ? <Callout tone="busy" title={t('setup:whitelist.asking')} /> : null;
  }
  return (
    <p className="watch-line">
      {running ? <SyncOutlined spin aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <strong>{t(watch.confirming ? 'setup:whitelist.confirming' : 'setup:whitelist.watching')}</strong>
      <span>{t('setup:whitelist.lastAsked', { time })}</span>
    </p>
  );
}
