/** The records of one account: filters, totals, charts, and the list below them. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Erasure } from '#shared/model/person.ts';
import type { Scan } from '#shared/model/scan.ts';
import { ExportDialog } from '../components/export/ExportDialog.tsx';
import { useConsole } from '../host/console.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { Charts } from './charts/Charts.tsx';
import { ScanDrawer } from './details/ScanDrawer.tsx';
import { Erased } from './Erased.tsx';
import { useEntryNames } from './entry-names.ts';
import { Filters } from './Filters.tsx';
import { NO_FILTER } from './record-filter.ts';
import { ScanTable } from './ScanTable.tsx';
import { Summary } from './Summary.tsx';
import { useRecords } from './use-records.ts';
import { useScanList } from './use-scan-list.ts';

export function RecordsView({ account }: { account: Account }) {
  const t = useText();
  const { client } = useConsole();
  const { filter, set, replace, scanFilter, summary, entries, refresh } = useRecords(account.id);
  const entryName = useEntryNames(entries);
  const list = useScanList(scanFilter, refresh);
  const [opened, setOpened] = useState<Scan | null>(null);
  const [erased, setErased] = useState<Erasure | null>(null);
  const [exporting, setExporting] = useState(false);
  // What happens to the scan while it is open shows in the drawer too.
  const shown = opened && (list.rows.find(({ id }) => id === opened.id) ?? opened);

  const total = summary.data && summary.data.scanned + summary.data.annulled;

  function changed(scan: Scan): void {
    list.replace(scan);
    setOpened((open) => (open?.id === scan.id ? scan : open));
    refresh();
  }

  return (
    <div className="records">
      <header className="records-head">
        <h1>{t('records:title')}</h1>
        <div className="records-actions">
          <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>
            {t('records:actions.export')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => set(filter, 'print')}>
            {t('records:actions.print')}
          </Button>
        </div>
      </header>
      <Filters filter={filter} onChange={set} entries={entries} />
      {erased && <Erased erasure={erased} onDismiss={() => setErased(null)} />}
      <Summary
        summary={summary.data}
        error={summary.data ? null : summary.error}
        onRetry={() => void summary.refetch()}
      />
      <Charts filter={scanFilter} entryName={entryName} />
      <ScanTable
        list={list}
        filter={filter}
        onFilter={set}
        entryName={entryName}
        openId={shown?.id ?? null}
        onOpen={setOpened}
      />
      <ScanDrawer
        scan={shown}
        rows={list.rows}
        entryName={entryName}
        onOpen={setOpened}
        onChanged={changed}
        onShowAll={(openid) => {
          setOpened(null);
          set({ ...NO_FILTER, period: { kind: 'all' }, openid });
        }}
        onErased={(erasure) => {
          setOpened(null);
          setErased(erasure);
          // An address must not keep who was just forgotten.
          if (filter.openid !== '') replace({ ...filter, openid: '' });
          else list.reload();
          refresh();
        }}
      />
      {exporting && (
        <ExportDialog
          title={t('records:export.title')}
          scope={
            total === undefined
              ? t('records:export.scopeUnknown')
              : t('records:export.scope', { total: grouped(total) })
          }
          name={t('records:export.fileName')}
          rows={total ?? 0}
          open={(choice, signal) => client.exports.scans({ ...choice, filter: scanFilter }, { signal })}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}
