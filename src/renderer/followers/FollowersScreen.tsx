/** The follower directory and its tags: read from WeChat, searched here, changed in both. */
import { TeamOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { FollowersView } from './FollowersView.tsx';
import { useFollowerFilter } from './use-follower-filter.ts';
import './dialogs.css';
import './followers.css';

export function FollowersScreen() {
  const t = useText();
  const { account, isPending, error, retry } = useCurrentAccount();
  useTagOfAccount(account?.id);
  if (account) return <FollowersView key={account.id} accountId={account.id} />;
  return (
    <div className="followers">
      <h1 className="visually-hidden">{t('followers:title')}</h1>
      {error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : isPending ? (
        <Spin className="shell-waiting" description={t('loading')} />
      ) : (
        <EmptyState
          icon={<TeamOutlined />}
          title={t('followers:noAccount.title')}
          actions={
            <Button type="primary" href={hashOf('accounts')}>
              {t('followers:noAccount.add')}
            </Button>
          }
        >
          {t('followers:noAccount.body')}
        </EmptyState>
      )}
    </div>
  );
}

/** A tag belongs to one account: choosing another account shows everybody. */
function useTagOfAccount(accountId: string | undefined): void {
  const { filter, replace } = useFollowerFilter();
  const before = useRef(accountId);
  useEffect(() => {
    const changed = before.current !== undefined && accountId !== before.current;
    before.current = accountId;
    if (changed && filter.tag !== null) replace({ ...filter, tag: null });
  }, [accountId, filter, replace]);
}
