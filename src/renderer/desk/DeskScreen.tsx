/** The desk: the code people scan, and beside it who they turn out to be. */
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { useText } from '../text/text.ts';
import { CodePanel } from './CodePanel.tsx';
import { LivePanel } from './LivePanel.tsx';
import { FirstEntry, Welcome } from './Welcome.tsx';
import './desk.css';

export function DeskScreen() {
  const t = useText();
  const { account, isPending, error, retry } = useCurrentAccount();
  return (
    <>
      <h1 className="visually-hidden">{t('desk:heading')}</h1>
      {account ? (
        <AccountDesk key={account.id} account={account} />
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : isPending ? (
        <DeskSkeleton />
      ) : (
        <Welcome />
      )}
    </>
  );
}

function AccountDesk({ account }: { account: Account }) {
  const { query } = useConsole();
  const entries = useQuery(query.entries.list.queryOptions({ input: { accountId: account.id } }));
  const [chosen, setChosen] = useState(() => readMemory(`entry.${account.id}`));

  if (!entries.data) {
    if (entries.error) {
      return (
        <ErrorState
          error={entries.error}
          retrying={entries.isFetching}
          onRetry={() => void entries.refetch()}
        />
      );
    }
    return <DeskSkeleton />;
  }
  const items = entries.data.items;
  const entry = items.find(({ id }) => id === chosen) ?? items[0];
  function choose(entryId: string): void {
    writeMemory(`entry.${account.id}`, entryId);
    setChosen(entryId);
  }
  if (!entry) return <FirstEntry accountId={account.id} onCreated={choose} />;
  return (
    <div className="desk">
      <CodePanel account={account} entry={entry} entries={items} onChoose={choose} />
      <LivePanel account={account} entry={entry} entries={items} />
    </div>
  );
}

function DeskSkeleton() {
  return (
    <div className="desk" aria-hidden="true">
      <div className="panel desk-waiting">
        <Skeleton active title paragraph={{ rows: 8 }} />
      </div>
      <div className="panel desk-waiting">
        <Skeleton active title paragraph={{ rows: 8 }} />
      </div>
    </div>
  );
}
