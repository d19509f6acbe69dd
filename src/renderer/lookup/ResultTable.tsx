/**
 * Up to 100,000 rows in a table that draws only those in sight. Keys: arrows, Page and Home/End move from row to
 * row, Enter opens.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTagNames } from '../components/use-tag-names.ts';
import { useText } from '../text/text.ts';
import { ResultRow } from './ResultRow.tsx';
import type { Results } from './use-results.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const COLUMNS = ['number', 'verdict', 'openid', 'subscribed', 'scene', 'tags', 'remark', 'open'] as const;
const ROW_HEIGHT = 42;

interface ResultTableProps {
  accountId: string;
  count: number;
  results: Results;
  openIndex: number | null;
  onOpen: (index: number) => void;
}

export function ResultTable({ accountId, count, results, openIndex, onOpen }: ResultTableProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtualRows(scroller, count, ROW_HEIGHT);
  const [active, setActive] = useState(0);
  const { show } = results;
  useEffect(() => show(first, last), [show, first, last]);
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const tagNames = useTagNames(
    accountId,
    indexes.some((index) => (results.row(index)?.user?.tagIds.length ?? 0) > 0),
  );

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(count - 1, index));
    const element = scroller.current;
    if (!element) return;
    const top = next * ROW_HEIGHT;
    // The headings stand over the first row's worth of room.
    const room = element.clientHeight - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room;
    setActive(next);
    // Twice: the scroll is told in one frame, its rows are drawn by the next.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        element.querySelector<HTMLElement>(`[data-index="${next}"] .results-open`)?.focus(),
      ),
    );
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  }

  // One row's button is the table's tab stop; when that is out of sight, the first in sight takes over.
  const stop = active >= first && active <= last ? active : first;
  return (
    <div className="results" ref={scroller}>
      <table aria-rowcount={count + 1} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{t('lookup:results.label')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {column === 'open' ? (
                  <span className="visually-hidden">{t('lookup:results.columns.open')}</span>
                ) : (
                  t(`lookup:results.columns.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {indexes.map((index) => (
            <ResultRow
              key={index}
              index={index}
              row={results.row(index)}
              tabStop={index === stop}
              isOpen={index === openIndex}
              tagNames={tagNames}
              onActive={setActive}
              onOpen={onOpen}
              t={t}
            />
          ))}
          <Gap rows={count - 1 - last} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for the rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="results-gap">
      <td colSpan={COLUMNS.length} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}
