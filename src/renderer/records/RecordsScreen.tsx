/** Every scan on record: narrowed down, counted, drawn, listed, exported, and summed up on paper. */
import { BarChartOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf, usePlace } from '../routing.ts';
import { useText } from '../text/text.ts';
import { PrintView } from './print/PrintView.tsx';
import { RecordsView } from './RecordsView.tsx';
import { useRecordFilter } from './use-record-filter.ts';
import './records.css';

export function RecordsScreen() {
  const t = useText();
  const { account, isPending, error, retry } = useCurrentAccount();
  const [place] = usePlace();
  useEntryOfAccount(account?.id);
  if (account) {
    const View = place === 'print' ? PrintView : RecordsView;
    return <View key={account.id} account={account} />;
  }
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (isPending) return <Spin className="records-waiting" description={t('loading')} />;
  return (
    <>
      <h1 className="visually-hidden">{t('records:title')}</h1>
      <EmptyState
        icon={<BarChartOutlined />}
        title={t('records:noAccount')}
        actions={
          <Button type="primary" href={hashOf('accounts')}>
            {t('records:addAccount')}
          </Button>
        }
      >
        {t('records:noAccountBody')}
      </EmptyState>
    </>
  );
}

/** An entry belongs to one account: choosing another account shows all of its entries. */
function useEntryOfAccount(accountId: string | undefined): void {
  const { filter, replace } = useRecordFilter();
  const before = useRef(accountId);
  useEffect(() => {
    const changed = before.current !== undefined && accountId !== before.current;
    before.current = accountId;
    if (changed && filter.entryId !== null) replace({ ...filter, entryId: null });
  }, [accountId, filter, replace]);
}
