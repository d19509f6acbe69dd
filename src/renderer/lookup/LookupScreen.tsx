/** Looking people up: the box on top; below it the look-up that is open, or all there have been. */
import { IdcardOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf, usePlace } from '../routing.ts';
import { useText } from '../text/text.ts';
import { History } from './History.tsx';
import { LookupView } from './LookupView.tsx';
import { OpenidBox } from './OpenidBox.tsx';
import './lookup.css';

export function LookupScreen() {
  const t = useText();
  const { account, isPending, error, retry } = useCurrentAccount();
  const [id] = usePlace();
  return (
    <div className="lookup" data-open={id !== undefined || undefined}>
      <h1 className={id === undefined ? undefined : 'visually-hidden'}>{t('lookup:title')}</h1>
      {account ? (
        <>
          <OpenidBox key={account.id} accountId={account.id} compact={id !== undefined} />
          {id === undefined ? <History accountId={account.id} /> : <LookupView key={id} id={id} />}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : isPending ? (
        <Spin className="shell-waiting" description={t('loading')} />
      ) : (
        <EmptyState
          icon={<IdcardOutlined />}
          title={t('lookup:noAccount.title')}
          actions={
            <Button type="primary" href={hashOf('accounts')}>
              {t('lookup:noAccount.add')}
            </Button>
          }
        >
          {t('lookup:noAccount.body')}
        </EmptyState>
      )}
    </div>
  );
}
