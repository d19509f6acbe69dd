/** The people the filter shows, or why there are none; a row opens the person's card. */
import { TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Erasure } from '#shared/model/person.ts';
import type { Follower } from '#shared/model/user.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { type Choosing, FollowerTable } from './FollowerTable.tsx';
import { type FollowerFilter, isNarrowed, localDay, NO_FILTER } from './follower-filter.ts';
import { PersonDrawer } from './PersonDrawer.tsx';
import type { Directory } from './use-directory.ts';

interface FollowerListProps {
  accountId: string;
  directory: Directory;
  shown: NonNullable<Directory['shown']>;
  choosing: Choosing;
  onFilter: (filter: FollowerFilter) => void;
  onChanged: () => void;
  onErased: (erasure: Erasure) => void;
}

export function FollowerList(props: FollowerListProps) {
  const t = useText();
  const { accountId, directory, shown, choosing, onFilter, onChanged, onErased } = props;
  const [open, setOpen] = useState<{ index: number; row: Follower } | null>(null);
  const left = useRef(0);

  function openAt(index: number): void {
    const row = directory.row(index);
    if (!row) return;
    left.current = index;
    setOpen({ index, row });
  }
  function way(index: number): (() => void) | undefined {
    return directory.row(index) && (() => openAt(index));
  }
  const { error, retry } = directory;
  if (error !== null && shown.count === 0) return <ErrorState error={error} onRetry={retry} />;
  if (shown.count === 0 && shown.isWhole) return <Nobody filter={shown.filter} onFilter={onFilter} />;
  return (
    <>
      {/* The rows that are there are still true. */}
      {error !== null && (
        <FailureCallout error={error} action={<Button onClick={retry}>{t('retry')}</Button>} />
      )}
      <FollowerTable
        accountId={accountId}
        directory={directory}
        shown={shown}
        choosing={choosing}
        openIndex={open?.index ?? null}
        onOpen={openAt}
        onOlder={({ subscribeTime }) =>
          subscribeTime && onFilter({ ...shown.filter, to: localDay(subscribeTime) })
        }
      />
      <PersonDrawer
        accountId={accountId}
        row={open?.row ?? null}
        hasLeft={shown.filter.change === 'left'}
        onPrevious={open ? way(open.index - 1) : undefined}
        onNext={open ? way(open.index + 1) : undefined}
        onClose={() => {
          setOpen(null);
          // A card that is shut while it still slides in never says that it has slid away.
          focusRow(left.current);
        }}
        onClosed={() => focusRow(left.current)}
        onChanged={onChanged}
        onErased={(erasure) => {
          setOpen(null);
          onErased(erasure);
        }}
      />
    </>
  );
}

/** Where the keys go on when a card is shut: the row that was looked at last. */
function focusRow(index: number): void {
  // The drawer first gives the focus back to where it was, which a mouse had left nowhere in particular.
  setTimeout(() => {
    document.querySelector<HTMLElement>(`[data-index="${index}"] .follower-choose`)?.focus();
  });
}

const NONE_CHANGED = { new: 'noneNew', left: 'noneLeft', returned: 'noneReturned' } as const;

function Nobody({ filter, onFilter }: { filter: FollowerFilter; onFilter: FollowerListProps['onFilter'] }) {
  const t = useText();
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        icon={<TeamOutlined />}
        title={t('followers:list.none.title')}
        actions={
          <Button onClick={() => onFilter({ ...NO_FILTER, change: filter.change })}>
            {t('followers:filters.reset')}
          </Button>
        }
      >
        {t('followers:list.none.body')}
      </EmptyState>
    );
  }
  return filter.change === null ? (
    <EmptyState icon={<TeamOutlined />} title={t('followers:list.nobody.title')}>
      {t('followers:list.nobody.body')}
    </EmptyState>
  ) : (
    <EmptyState icon={<TeamOutlined />} title={t(`followers:list.${NONE_CHANGED[filter.change]}`)} />
  );
}
