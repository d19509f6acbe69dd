/** One entry: the code to scan, its name, and its own numbers where there are several. */
import type { BoardEntry } from '#shared/model/board.ts';
import { QrCode } from '../components/qr/QrCode.tsx';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { useText } from '../text/text.ts';

export function BoardEntryCard({ entry }: { entry: BoardEntry }) {
  const t = useText();
  return (
    <article className="board-entry" data-testid="board-entry">
      <div className="board-code">
        <QrCode text={entry.url} label={t('board:codeOf', { name: entry.name })}>
          <p className="board-quiet">{t('board:noCode')}</p>
        </QrCode>
      </div>
      <h2>{entry.name}</h2>
      <p className="board-hint">{t('board:scanWithWeChat')}</p>
      <dl className="board-entry-counts">
        <div data-verdict="followed">
          <dt>
            <VerdictIcon verdict="followed" size={28} />
            <span>{t('verdicts.followed')}</span>
          </dt>
          <dd>{entry.followed}</dd>
        </div>
        <div data-verdict="not_followed">
          <dt>
            <VerdictIcon verdict="not_followed" size={28} />
            <span>{t('verdicts.not_followed')}</span>
          </dt>
          <dd>{entry.notFollowed}</dd>
        </div>
      </dl>
    </article>
  );
}
