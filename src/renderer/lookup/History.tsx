/** The look-ups there have been, newest first; before the first one, what may go into the box. */
import { DeleteOutlined, IdcardOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton } from 'antd';
import type { Lookup } from '#shared/model/lookup.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { hashOf } from '../routing.ts';
import { dayTime, grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { StateWord } from './StateWord.tsx';
import { isOpen } from './use-lookup.ts';
import { VerdictCounts } from './VerdictCounts.tsx';
import './history.css';

const AGAIN_MS = 2_000;

export function History({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const lookups = useQuery(
    query.lookups.list.queryOptions({
      input: { accountId },
      refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? AGAIN_MS : false),
    }),
  );
  const remove = useRemoveLookup();
  if (!lookups.data) {
    if (!lookups.error) return <Skeleton active className="history-waiting" />;
    return (
      <ErrorState
        error={lookups.error}
        retrying={lookups.isFetching}
        onRetry={() => void lookups.refetch()}
      />
    );
  }
  const { items } = lookups.data;
  if (items.length === 0) return <Example />;
  return (
    <section className="history" aria-labelledby="lookup-history">
      <h2 id="lookup-history">{t('lookup:history.title')}</h2>
      {remove.error && <FailureCallout error={remove.error} />}
      <ol>
        {items.map((lookup) => (
          <HistoryRow key={lookup.id} lookup={lookup} onRemove={() => remove.mutate({ id: lookup.id })} />
        ))}
      </ol>
    </section>
  );
}

function HistoryRow({ lookup, onRemove }: { lookup: Lookup; onRemove: () => void }) {
  const t = useText();
  const time = dayTime(lookup.startedAt);
  return (
    <li className="history-row" data-testid="lookup-history-row">
      <a href={hashOf('lookup', lookup.id)}>
        <time dateTime={lookup.startedAt}>{time}</time>
        <strong>{t('lookup:history.asked', { amount: grouped(lookup.asked) })}</strong>
        <VerdictCounts lookup={lookup} />
        <StateWord lookup={lookup} counts />
      </a>
      <Popconfirm
        title={t('lookup:history.removeTitle')}
        description={t('lookup:history.removeBody')}
        okText={t('remove')}
        okButtonProps={{ danger: true }}
        cancelText={t('cancel')}
        placement="topRight"
        onConfirm={onRemove}
      >
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('lookup:history.remove', { time })}
          title={t('lookup:history.remove', { time })}
        />
      </Popconfirm>
    </li>
  );
}

/** Takes a look-up out of the history. */
export function useRemoveLookup(onRemoved?: () => void) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation(
    query.lookups.remove.mutationOptions({
      async onSuccess(_nothing, { id }) {
        queryClient.removeQueries({ queryKey: query.lookups.get.queryKey({ input: { id } }) });
        onRemoved?.();
        await queryClient.invalidateQueries({ queryKey: query.lookups.list.key() });
      },
    }),
  );
}

const EXAMPLES = ['list', 'file', 'scanner'] as const;

function Example() {
  const t = useText();
  return (
    <EmptyState icon={<IdcardOutlined />} title={t('lookup:example.title')}>
      <span className="example">
        {EXAMPLES.map((kind) => (
          <span key={kind}>{t(`lookup:example.${kind}`)}</span>
        ))}
        <code>o6_bmjrPTlm6_2sgVt7hMZOPfL2M</code>
      </span>
    </EmptyState>
  );
}
