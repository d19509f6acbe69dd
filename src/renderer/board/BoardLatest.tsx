/** The latest verdicts: colour, shape and word, newest on top. Nobody is named. */
import type { BoardScan } from '#shared/model/board.ts';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

export function BoardLatest({ latest, namesEntry }: { latest: readonly BoardScan[]; namesEntry: boolean }) {
  const t = useText();
  if (latest.length === 0) return null;
  return (
    <ol className="board-latest" aria-label={t('board:latest')} data-testid="board-latest">
      {latest.map(({ id, verdict, entryName, scannedAt }) => (
        // The verdict is part of the key: one that changes comes in anew.
        <li key={`${id} ${verdict}`} data-verdict={verdict}>
          <VerdictIcon verdict={verdict} size={44} />
          <strong>{t(`verdicts.${verdict}`)}</strong>
          {namesEntry && <span className="board-where">{entryName}</span>}
          <time>{clockTime(scannedAt)}</time>
        </li>
      ))}
    </ol>
  );
}
