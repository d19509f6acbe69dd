/** The three numbers of the door, as large as they can be. */
import type { BoardCounts } from '#shared/model/board.ts';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { useText } from '../text/text.ts';

const COUNTED = [
  ['followed', 'followed'],
  ['not_followed', 'notFollowed'],
  ['unknown', 'unknown'],
] as const;

export function BoardTotals({ totals }: { totals: BoardCounts }) {
  const t = useText();
  return (
    <dl className="board-totals">
      {COUNTED.map(([verdict, count]) => (
        <div key={verdict} data-verdict={verdict}>
          <dt>
            <VerdictIcon verdict={verdict} size={40} />
            {t(`verdicts.${verdict}`)}
          </dt>
          <dd data-testid={`board-${verdict}`}>{totals[count].toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  );
}
