/**
 * Up to 100,000 rows in a table that draws only those in sight. Keys: arrows, Page and Home/End move from row to
 * row, Enter opens.
 */
import { useEffect, useRef } from 'react';
import { RowGap } from '../components/rows/RowGap.tsx';
import { useRowKeys } from '../components/rows/use-row-keys.ts';
import { useVirtualRows } from '../components/rows/use-virtual-rows.ts';
import { useMaskOpenids } from '../components/use-mask-openids.ts';
import { useTagNames } from '../components/use-tag-names.ts';
import { useText } from '../text/text.ts';
import { ResultRow } from './ResultRow.tsx';
import type { Results } from './use-results.ts';

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
  const sight = useVirtualRows(scroller, count, ROW_HEIGHT);
  const { first, last } = sight;
  const keys = useRowKeys({ scroller, count, height: ROW_HEIGHT, sight, target: '.row-open' });
  const masked = useMaskOpenids();
  const { show } = results;
  useEffect(() => show(first, last), [show, first, last]);
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const tagNames = useTagNames(
    accountId,
    indexes.some((index) => (results.row(index)?.user?.tagIds.length ?? 0) > 0),
  );

  return (
    <div className="results" data-masked={masked} ref={scroller}>
      <table aria-rowcount={count + 1} onKeyDown={keys.onKeyDown}>
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
          <RowGap rows={first} height={ROW_HEIGHT} columns={COLUMNS.length} />
          {indexes.map((index) => (
            <ResultRow
              key={index}
              index={index}
              row={results.row(index)}
              tabStop={index === keys.stop}
              isOpen={index === openIndex}
              tagNames={tagNames}
              onActive={keys.setActive}
              onOpen={onOpen}
              t={t}
            />
          ))}
          <RowGap rows={count - 1 - last} height={ROW_HEIGHT} columns={COLUMNS.length} />
        </tbody>
      </table>
    </div>
  );
}
