/** One account's followers: before the first reading why there are none, then the list of the last complete one. */
import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useCallback, useState } from 'react';
import type { Erasure } from '#shared/model/person.ts';
import { Callout } from '../components/Callout.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { ChangeFilter } from './ChangeFilter.tsx';
import { Filters } from './Filters.tsx';
import { FirstSync } from './FirstSync.tsx';
import { FollowerList } from './FollowerList.tsx';
import { FollowersHead } from './FollowersHead.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SyncStatus } from './SyncStatus.tsx';
import { TagDrawer } from './TagDrawer.tsx';
import { Total } from './Total.tsx';
import { useChoosing } from './use-choosing.ts';
import { useDirectory } from './use-directory.ts';
import { useFollowerFilter } from './use-follower-filter.ts';
import { useSync } from './use-sync.ts';

export function FollowersView({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const { filter, set, replace } = useFollowerFilter();
  const directory = useDirectory(accountId, filter);
  const choosing = useChoosing(accountId, filter, directory);
  const [isTagging, setTagging] = useState(false);
  const [erased, setErased] = useState<Erasure | null>(null);
  const { shown, error, refresh, retry } = directory;

  const readAgain = useCallback(() => {
    refresh();
    void queryClient.invalidateQueries({ queryKey: query.followers.changes.key() });
  }, [refresh, queryClient, query]);
  const sync = useSync(accountId, () => {
    readAgain();
    void queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
    void queryClient.invalidateQueries({ queryKey: query.people.get.key() });
  });

  if (shown === null || shown.asOf === null) {
    return (
      <div className="followers">
        <h1 className="visually-hidden">{t('followers:title')}</h1>
        {error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : shown === null ? (
          <Spin className="shell-waiting" description={t('loading')} />
        ) : (
          <FirstSync sync={sync} />
        )}
      </div>
    );
  }
  return (
    <div className="followers" data-list>
      <FollowersHead asOf={shown.asOf} sync={sync} onTags={() => setTagging(true)} />
      <SyncStatus sync={sync} />
      {erased && (
        <Callout tone="success" title={t('followers:erased')} onDismiss={() => setErased(null)}>
          <p>{t('lookup:erase.report', { ...erased })}</p>
        </Callout>
      )}
      <Filters accountId={accountId} filter={filter} onChange={set} onTyped={replace} />
      <div className="follower-bar">
        <ChangeFilter
          accountId={accountId}
          change={filter.change}
          onChange={(change) => set({ ...filter, change })}
        />
        {error === null && <Total shown={shown} />}
        <SelectionBar
          accountId={accountId}
          choosing={choosing}
          haveLeft={filter.change === 'left'}
          onChanged={readAgain}
        />
      </div>
      <FollowerList
        key={shown.key}
        accountId={accountId}
        directory={directory}
        shown={shown}
        choosing={choosing}
        onFilter={set}
        onChanged={readAgain}
        onErased={(erasure) => {
          setErased(erasure);
          choosing.clear();
          readAgain();
        }}
      />
      <TagDrawer
        accountId={accountId}
        open={isTagging}
        onClose={() => setTagging(false)}
        onChanged={readAgain}
      />
    </div>
  );
}
