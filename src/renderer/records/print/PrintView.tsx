/** The summary of an event on its way to paper: what goes on it is chosen here, the paper is shown below. */
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { useText } from '../../text/text.ts';
import { useEntryNames } from '../entry-names.ts';
import { useRecords } from '../use-records.ts';
import { Paper } from './Paper.tsx';
import './print.css';

export function PrintView({ account }: { account: Account }) {
  const t = useText();
  const { filter, set, scanFilter, summary, entries } = useRecords(account.id);
  const entryName = useEntryNames(entries);
  const name = filter.entryId === null ? account.name : entryName(filter.entryId);
  const [title, setTitle] = useState<string | null>(null);
  const [withList, setWithList] = useState(false);
  const [withOpenids, setWithOpenids] = useState(false);
  const heading = title ?? t('records:print.defaultTitle', { name });
  return (
    <div className="print">
      <div className="print-tools">
        <Button icon={<ArrowLeftOutlined />} onClick={() => set(filter)}>
          {t('records:print.back')}
        </Button>
        <Input
          className="print-title"
          aria-label={t('records:print.heading')}
          maxLength={80}
          value={heading}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={summary.data === undefined}
          onClick={() => window.print()}
        >
          {t('records:print.button')}
        </Button>
      </div>
      <div className="print-tools">
        <Checkbox checked={withList} onChange={(event) => setWithList(event.target.checked)}>
          {t('records:print.withList')}
        </Checkbox>
        <Checkbox
          disabled={!withList}
          checked={withList && withOpenids}
          onChange={(event) => setWithOpenids(event.target.checked)}
        >
          {t('records:print.withOpenids')}
        </Checkbox>
        <span className="print-hint">{t('records:print.hint')}</span>
      </div>
      <Paper
        title={heading}
        account={account}
        filter={filter}
        scanFilter={scanFilter}
        summary={summary}
        entries={entries}
        entryName={entryName}
        list={withList ? { openids: withOpenids } : null}
      />
    </div>
  );
}
