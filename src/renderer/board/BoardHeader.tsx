/** The title, the time, and whether what is shown is live. */
import { FullscreenExitOutlined, FullscreenOutlined } from '@ant-design/icons';
import { useNow } from '../components/use-now.ts';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { BoardConnection } from './use-board.ts';
import { useFullscreen } from './use-fullscreen.ts';

interface BoardHeaderProps {
  title: string;
  connection: BoardConnection;
  /** When what is shown was true. */
  at: string;
}

export function BoardHeader({ title, connection, at }: BoardHeaderProps) {
  const t = useText();
  const now = useNow(1_000);
  const { isFull, toggle } = useFullscreen();
  const label = isFull ? t('board:leaveFullscreen') : t('board:fullscreen');
  return (
    <header className="board-header">
      <h1>{title}</h1>
      <p className="board-status" role="status" data-connection={connection}>
        {connection === 'live' ? t('board:live') : t('board:asOf', { time: clockTime(at) })}
      </p>
      <time className="board-clock">{clockTime(new Date(now).toISOString()).slice(0, 5)}</time>
      <button
        type="button"
        className="board-button"
        aria-label={label}
        title={`${label} (F)`}
        onClick={toggle}
      >
        {isFull ? <FullscreenExitOutlined /> : <FullscreenOutlined />}
      </button>
    </header>
  );
}
