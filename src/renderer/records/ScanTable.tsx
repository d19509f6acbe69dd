/** Every scan of the filter, newest first. The screen scrolls, older pages are read on the way down. */
import { ArrowUpOutlined, BarChartOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import type { Scan } from '#shared/model/scan.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useMaskOpenids } from '../components/use-mask-openids.ts';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { hashOfFilter, isNarrowed, NO_FILTER, type RecordFilter } from './record-filter.ts';
import { ScanTableRow } from './ScanTableRow.tsx';
import { ROW_HEIGHT, useRowWindow } from './use-row-window.ts';
import type { ScanRows } from './use-scan-list.ts';

const COLUMNS = ['time', 'verdict', 'reason', 'openid', 'entry', 'param', 'visits'] as const;

interface ScanTableProps {
  list: ScanRows;
  filter: RecordFilter;
  entryName: (entryId: string) => string;
  openId: string | null;
  onOpen: (scan: Scan) => void;
}

export function ScanTable(props: ScanTableProps) {
  const t = useText();
  const { list, filter } = props;
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
        <Nothing filter={filter} />
      ) : (
        <Rows {...props} />
      )}
    </section>
  );
}

function Rows({ list, entryName, openId, onOpen }: ScanTableProps) {
  const t = useText();
  const { rows, cursor, more, loadMore } = list;
  // One that failed is tried again by hand.
  const window = useRowWindow(rows.length, more === 'failed' ? nothing : loadMore);
  return (
    <>
      <table ref={window.rows} aria-rowcount={cursor === null ? rows.length + 1 : -1}>
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
          <Gap rows={window.start} />
          {rows.slice(window.start, window.end).map((scan, index) => (
            <ScanTableRow
              key={scan.id}
              scan={scan}
              index={window.start + index + 2}
              entryName={entryName(scan.entryId)}
              open={scan.id === openId}
              onOpen={onOpen}
              t={t}
            />
          ))}
          <Gap rows={rows.length - window.end} />
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

/** Room for rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="scan-table-gap">
      <td colSpan={COLUMNS.length} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}

function Nothing({ filter }: { filter: RecordFilter }) {
  const t = useText();
  const ofAll = filter.period.kind === 'all';
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        icon={<BarChartOutlined />}
        title={t('records:list.noMatch.title')}
        actions={
          <>
            <Button href={hashOfFilter({ ...NO_FILTER, period: filter.period })}>
              {t('records:filters.reset')}
            </Button>
            {!ofAll && (
              <Button href={hashOfFilter({ ...filter, period: { kind: 'all' } })}>
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
        <Button href={ofAll ? hashOf('desk') : hashOfFilter({ ...filter, period: { kind: 'all' } })}>
          {t(`records:list.${kind}.action`)}
        </Button>
      }
    >
      {t(`records:list.${kind}.body`)}
    </EmptyState>
  );
}

function nothing(): void {}
