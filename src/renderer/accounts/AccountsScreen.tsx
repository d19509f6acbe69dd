/** Accounts 公众号: added, changed, tried, checked and removed. A broken account never takes the screen down. */
import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { usePlace } from '../routing.ts';
import { setupHash, setupPlaceOf } from '../setup/places.ts';
import { SetupGuide } from '../setup/SetupGuide.tsx';
import { useText } from '../text/text.ts';
import { AccountCard } from './AccountCard.tsx';
import { AccountDrawer } from './AccountDrawer.tsx';
import type { Saved } from './AccountForm.tsx';
import { RemoveAccount } from './RemoveAccount.tsx';
import { useTrials } from './use-trials.ts';
import './accounts.css';

interface DrawerState {
  open: boolean;
  account: Account | null;
  replace: boolean;
  openings: number;
}

export function AccountsScreen() {
  const setup = setupPlaceOf(usePlace());
  return setup ? <SetupGuide place={setup} /> : <AccountsList />;
}

function AccountsList() {
  const t = useText();
  const { account: current, accounts, choose, isPending, error, retry } = useCurrentAccount();
  const trials = useTrials();
  const sandbox = useAddSandbox(choose);
  const [drawer, setDrawer] = useState<DrawerState>({
    open: false,
    account: null,
    replace: false,
    openings: 0,
  });
  const [removing, setRemoving] = useState<Account | null>(null);

  function edit(account: Account | null, replace = false): void {
    setDrawer(({ openings }) => ({ open: true, account, replace, openings: openings + 1 }));
  }
  useEffect(() => {
    // The palette leads to the form; the address then names the screen again, so that Reload does not.
    function addFromAddress(): void {
      if (location.hash !== '#/accounts/new') return;
      history.replaceState(null, '', '#/accounts');
      setDrawer(({ openings }) => ({ open: true, account: null, replace: false, openings: openings + 1 }));
    }
    addFromAddress();
    window.addEventListener('hashchange', addFromAddress);
    return () => window.removeEventListener('hashchange', addFromAddress);
  }, []);
  function close(): void {
    setDrawer((before) => ({ ...before, open: false }));
  }
  function saved({ account, created, tryIt }: Saved): void {
    close();
    if (created) choose(account.id);
    if (tryIt) void trials.attempt(account.id);
  }

  const hasSandbox = accounts.some((account) => account.sandbox);
  const empty = !isPending && accounts.length === 0;
  return (
    <div className="accounts">
      <header className="accounts-header">
        <div>
          <h1>{t('accounts:title')}</h1>
          <p>{t('accounts:intro')}</p>
        </div>
        {!empty && (
          <div className="account-actions">
            {!hasSandbox && (
              <Button loading={sandbox.isPending} onClick={() => sandbox.mutate({})}>
                {t('accounts:addSandbox')}
              </Button>
            )}
            <Button icon={<PlusOutlined />} onClick={() => edit(null)}>
              {t('accounts:add')}
            </Button>
            <Button type="primary" href={setupHash(null)}>
              {t('setup:start')}
            </Button>
          </div>
        )}
      </header>
      {sandbox.error && <FailureCallout error={sandbox.error} />}
      {isPending && <Spin className="accounts-waiting" description={t('loading')} />}
      {error && <ErrorState error={error} onRetry={retry} />}
      {empty && !error && (
        <EmptyState
          icon={<TeamOutlined />}
          title={t('accounts:empty.title')}
          actions={
            <>
              <Button type="primary" href={setupHash(null)}>
                {t('setup:start')}
              </Button>
              <Button loading={sandbox.isPending} onClick={() => sandbox.mutate({})}>
                {t('accounts:addSandbox')}
              </Button>
              <Button onClick={() => edit(null)}>{t('accounts:add')}</Button>
            </>
          }
        >
          {t('accounts:empty.body')}
        </EmptyState>
      )}
      <ul className="accounts-list">
        {accounts.map((account) => (
          <AccountCard
            key={account.id}
            account={account}
            current={account.id === current?.id}
            trials={trials}
            onUse={() => choose(account.id)}
            onEdit={(replace) => edit(account, replace)}
            onRemove={() => setRemoving(account)}
          />
        ))}
      </ul>
      <AccountDrawer
        key={drawer.openings}
        open={drawer.open}
        account={drawer.account}
        replace={drawer.replace}
        onSaved={saved}
        onClose={close}
      />
      {removing && <RemoveAccount account={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function useAddSandbox(choose: (accountId: string) => void) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation(
    query.accounts.addSandbox.mutationOptions({
      onSuccess: async ({ id }) => {
        choose(id);
        await queryClient.invalidateQueries();
      },
    }),
  );
}
