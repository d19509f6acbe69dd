/** What the last complete reading found changed, as counts to filter by. */
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useConsole } from '../host/console.tsx';
import { dayTime, grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { CHANGES, type Change } from './follower-filter.ts';

interface ChangeFilterProps {
  accountId: string;
  change: Change | null;
  onChange: (change: Change | null) => void;
}

export function ChangeFilter({ accountId, change, onChange }: ChangeFilterProps) {
  const t = useText();
  const { query } = useConsole();
  const { data } = useQuery(query.followers.changes.queryOptions({ input: { accountId } }));
  const since = data?.since ?? null;
  return (
    <div
      className="change-filter"
      title={since === null ? undefined : t('followers:change.since', { time: dayTime(since) })}
    >
      <Segmented
        aria-label={t('followers:change.label')}
        value={change ?? 'all'}
        onChange={(value) => onChange(CHANGES.find((known) => known === value) ?? null)}
        options={[
          { value: 'all' as const, label: t('followers:change.all') },
          ...CHANGES.map((value) => ({
            value,
            disabled: since === null && change !== value,
            label: `${t(`followers:change.${value}`)}${data && since !== null ? ` ${grouped(data[value])}` : ''}`,
          })),
        ]}
      />
      {data && since === null && (
        <span className="follower-note change-hint">{t('followers:change.notYet')}</span>
      )}
    </div>
  );
}
