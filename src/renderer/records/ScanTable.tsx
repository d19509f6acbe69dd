/** Every scan of the filter, newest first. The screen scrolls, older pages are read on the way down. */
import { ArrowUpOutlined, BarChartOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { RowGap } from '../components/rows/RowGap.tsx';
import { useVirtualRows } from '../components/rows/use-virtual-rows.ts';
import { useMaskOpenids } from '../components/use-mask-openids.ts';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { isNarrowed, NO_FILTER, type RecordFilter } from './record-filter.ts';
import { ScanTableRow } from './ScanTableRow.tsx';
import type { ScanRows } from './use-scan-list.ts';

/** As records.css draws them. */
const ROW_HEIGHT = 44;
const COLUMNS = ['time', 'verdict', 'reason', 'openid', 'entry', 'param', 'visits'] as const;

interface ScanTableProps {
  list: ScanRows;
  filter: RecordFilter;
  onFilter: (filter: RecordFilter) => void;
  entryName: (entryId: string) => string;
  openId: string | null;
  onOpen: (scan: Scan) => void;
}

export function ScanTable(props: ScanTableProps) {
  const t = useText();
  const { list, filter, onFilter } = props;
  const { rows, phase, newer } = list;
  const masked = useMaskOpenids();
  return (
    <section className="scan-table" aria-label={t('records:list.label')} data-masked={masked}>
      {newer.size > 0 && (
        <Button
          className="scan-table-newer"
          type="primary"
          shape="round"
          icon={<ArrowUpOutlined />}
          onClick={list.reload}
        >
          {t('records:list.newer', { count: newer.size })}
        </Button>
      )}
      {phase === 'failed' ? (
        <ErrorState error={list.error} onRetry={list.reload} />
      ) : phase === 'loading' ? (
        <Spin className="records-waiting" description={t('loading')} />
      ) : rows.length === 0 ? (
        <Nothing filter={filter} onFilter={onFilter} />
      ) : (
        <Rows {...props} />
      )}
    </section>
  );
}

function Rows({ list, entryName, openId, onOpen }: ScanTableProps) {
  const t = useText();
  const { rows, cursor, more, loadMore } = list;
  const screen = useRef<HTMLElement | null>(null);
  const table = useRef<HTMLTableElement>(null);
  // The whole screen scrolls, not the list alone. Said before the rows in sight are looked for.
  useEffect(() => {
    screen.current = document.getElementById('main');
  }, []);
  const { first, last } = useVirtualRows(screen, rows.length, ROW_HEIGHT, table);
  // One that failed is tried again by hand.
  useEffect(() => {
    if (last >= rows.length - 1 && more === 'idle') loadMore();
  }, [last, rows.length, more, loadMore]);
  return (
    <>
      <table ref={table} aria-rowcount={cursor === null ? rows.length + 1 : -1}>
        <caption className="visually-hidden">{t('records:list.label')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`records:list.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RowGap rows={first} height={ROW_HEIGHT} columns={COLUMNS.length} />
          {rows.slice(first, last + 1).map((scan, index) => (
            <ScanTableRow
              key={scan.id}
              scan={scan}
              index={first + index + 2}
              entryName={entryName(scan.entryId)}
              open={scan.id === openId}
              onOpen={onOpen}
              t={t}
            />
          ))}
          <RowGap rows={rows.length - 1 - last} height={ROW_HEIGHT} columns={COLUMNS.length} />
        </tbody>
      </table>
      {more === 'failed' ? (
        <FailureCallout error={list.error} action={<Button onClick={loadMore}>{t('retry')}</Button>} />
      ) : (
        <p className="scan-table-end" role="status">
          {cursor === null ? t('records:list.end', { count: rows.length }) : t('records:list.loadingMore')}
        </p>
      )}
    </>
  );
}

function Nothing({ filter, onFilter }: Pick<ScanTableProps, 'filter' | 'onFilter'>) {
  const t = useText();
  const ofAll = filter.period.kind === 'all';
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        icon={<BarChartOutlined />}
        title={t('records:list.noMatch.title')}
        actions={
          <>
            <Button onClick={() => onFilter({ ...NO_FILTER, period: filter.period })}>
              {t('records:filters.reset')}
            </Button>
            {!ofAll && (
              <Button onClick={() => onFilter({ ...filter, period: { kind: 'all' } })}>
                {t('records:list.nobody.action')}
              </Button>
            )}
          </>
        }
      >
        {t('records:list.noMatch.body')}
      </EmptyState>
    );
  }
  const kind = ofAll ? 'empty' : 'nobody';
  return (
    <EmptyState
      icon={<BarChartOutlined />}
      title={t(`records:list.${kind}.title`)}
      actions={
        ofAll ? (
          <Button href={hashOf('desk')}>{t('records:list.empty.action')}</Button>
        ) : (
          <Button onClick={() => onFilter({ ...filter, period: { kind: 'all' } })}>
            {t('records:list.nobody.action')}
          </Button>
        )
      }
    >
      {t(`records:list.${kind}.body`)}
    </EmptyState>
  );
}
