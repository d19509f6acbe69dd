/** The desk: the code people scan and who they turn out to be, or every entry's numbers at once; and the ways to more entries. */
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { lazy, useCallback, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { hashOf, usePlace } from '../routing.ts';
import { useText } from '../text/text.ts';
import { BulkDialog } from './bulk/BulkDialog.tsx';
import { CodePanel } from './CodePanel.tsx';
import { GatesView } from './gates/GatesView.tsx';
import { LivePanel } from './LivePanel.tsx';
import type { DeskView } from './ViewSwitch.tsx';
import { FirstEntry, Welcome } from './Welcome.tsx';
import './desk.css';

const PostersView = lazy(async () => ({ default: (await import('../posters/PostersView.tsx')).PostersView }));

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
  const [place] = usePlace();
  const [chosen, setChosen] = useState(() => readMemory(`entry.${account.id}`));
  const [view, setView] = useState<DeskView>(() => (readMemory('desk') === 'all' ? 'all' : 'one'));
  const choose = useCallback(
    (entryId: string) => {
      writeMemory(`entry.${account.id}`, entryId);
      setChosen(entryId);
    },
    [account.id],
  );
  const show = useCallback((next: DeskView) => {
    writeMemory('desk', next);
    setView(next);
  }, []);
  const chooseAlone = useCallback(
    (entryId: string) => {
      choose(entryId);
      show('one');
    },
    [choose, show],
  );

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
  if (place === 'posters' && entry) return <PostersView account={account} entries={items} />;
  return (
    <>
      {!entry ? (
        <FirstEntry accountId={account.id} onCreated={choose} />
      ) : view === 'all' && items.length > 1 ? (
        <div className="desk-all">
          <GatesView account={account} entries={items} onView={show} onChoose={chooseAlone} />
        </div>
      ) : (
        <div className="desk">
          <CodePanel account={account} entry={entry} entries={items} onChoose={choose} onView={show} />
          <LivePanel account={account} entry={entry} entries={items} onChoose={choose} />
        </div>
      )}
      {place === 'bulk' && (
        <BulkDialog
          accountId={account.id}
          entries={items}
          onMade={([first]) => first && choose(first.id)}
          onWatch={() => {
            show('all');
            leaveDialog();
          }}
          onClose={leaveDialog}
        />
      )}
    </>
  );
}

function leaveDialog(): void {
  location.hash = hashOf('desk');
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
