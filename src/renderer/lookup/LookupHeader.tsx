/** Which look-up is open, and what can be done with all of it. */
import { ArrowLeftOutlined, DeleteOutlined, ExportOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Lookup } from '#shared/model/lookup.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { ExportDialog } from '../components/export/ExportDialog.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf } from '../routing.ts';
import { dayTime, grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { CopyOpenids } from './CopyOpenids.tsx';
import { useRemoveLookup } from './History.tsx';
import { StateWord } from './StateWord.tsx';

export function LookupHeader({ lookup, verdict }: { lookup: Lookup; verdict: Verdict | null }) {
  const t = useText();
  const { client } = useConsole();
  const { account, accounts } = useCurrentAccount();
  const [exporting, setExporting] = useState(false);
  const remove = useRemoveLookup(() => {
    location.hash = hashOf('lookup');
  });
  const other =
    lookup.accountId === account?.id ? null : accounts.find(({ id }) => id === lookup.accountId)?.name;
  return (
    <>
      <header className="lookup-head">
        <Button type="text" icon={<ArrowLeftOutlined />} href={hashOf('lookup')}>
          {t('lookup:view.back')}
        </Button>
        <h2>
          {t('lookup:view.title', { amount: grouped(lookup.asked) })}
          <time dateTime={lookup.startedAt}>{dayTime(lookup.startedAt)}</time>
          {other && <span className="lookup-note">{other}</span>}
        </h2>
        <StateWord lookup={lookup} />
        <div className="lookup-actions">
          <CopyOpenids lookup={lookup} verdict={verdict} />
          <Button
            icon={<ExportOutlined />}
            disabled={lookup.answered === 0}
            onClick={() => setExporting(true)}
          >
            {t('lookup:view.export')}
          </Button>
          <Popconfirm
            title={t('lookup:history.removeTitle')}
            description={t('lookup:history.removeBody')}
            okText={t('remove')}
            okButtonProps={{ danger: true }}
            cancelText={t('cancel')}
            placement="bottomRight"
            onConfirm={() => remove.mutate({ id: lookup.id })}
          >
            <Button
              type="text"
              icon={<DeleteOutlined />}
              loading={remove.isPending}
              aria-label={t('lookup:view.remove')}
              title={t('lookup:view.remove')}
            />
          </Popconfirm>
        </div>
      </header>
      {remove.error && <FailureCallout error={remove.error} />}
      {exporting && (
        <ExportDialog
          title={t('lookup:export.title', { amount: grouped(lookup.answered) })}
          scope={verdict === null ? undefined : t('lookup:export.everything')}
          name={t('lookup:export.fileName')}
          at={new Date(lookup.startedAt)}
          rows={lookup.answered}
          open={(choice, signal) => client.exports.lookup({ id: lookup.id, ...choice }, { signal })}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}
