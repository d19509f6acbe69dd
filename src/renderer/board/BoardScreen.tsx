/** The board 大屏: codes to scan, how many follow, and the latest verdicts, read from the back of a hall. */

import type { BoardClient } from '../host/board-client.ts';
import { useText } from '../text/text.ts';
import { BoardEntryCard } from './BoardEntryCard.tsx';
import { BoardHeader } from './BoardHeader.tsx';
import { BoardLatest } from './BoardLatest.tsx';
import { BoardTotals } from './BoardTotals.tsx';
import { useBoard } from './use-board.ts';
import { useWakeLock } from './use-wake-lock.ts';
import './board.css';

export function BoardScreen({ board: client }: { board: BoardClient }) {
  const t = useText();
  useWakeLock();
  const { board, connection } = useBoard(client);
  if (board === null) {
    const waiting = connection === 'refused' ? t('board:refused') : t('board:connecting');
    return (
      <main className="board-blank" aria-live="polite">
        <p>{waiting}</p>
        {connection === 'refused' && <p className="board-quiet">{t('board:refusedRemedy')}</p>}
      </main>
    );
  }
  return (
    <main className="board" data-entries={board.entries.length} data-connection={connection}>
      <BoardHeader title={board.title} connection={connection} at={board.at} />
      <section className="board-codes" aria-label={t('board:codes')}>
        {board.entries.map((entry) => (
          <BoardEntryCard key={entry.id} entry={entry} />
        ))}
        {board.entries.length === 0 && <p className="board-quiet">{t('board:noEntries')}</p>}
      </section>
      <section className="board-side" aria-label={t('board:numbers')}>
        <BoardTotals totals={board.totals} />
        <BoardLatest latest={board.latest} namesEntry={board.entries.length > 1} />
      </section>
    </main>
  );
}
