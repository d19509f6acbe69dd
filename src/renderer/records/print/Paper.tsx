/** One event on A4: what it was, how many came, when and where, and at the most the latest scans, openids masked. */
import type { UseQueryResult } from '@tanstack/react-query';
import { type CSSProperties, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { ScanFilter, ScanSummary } from '#shared/model/scan.ts';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { paletteProperties, palettes } from '../../theme/palette.ts';
import { Charts } from '../charts/Charts.tsx';
import type { RecordFilter } from '../record-filter.ts';
import { Summary } from '../Summary.tsx';
import { filterWords, periodWords } from './filter-words.ts';
import { LatestScans } from './LatestScans.tsx';

interface PaperProps {
  title: string;
  account: Account;
  filter: RecordFilter;
  scanFilter: ScanFilter;
  summary: UseQueryResult<ScanSummary>;
  entries: readonly Entry[];
  entryName: (entryId: string) => string;
  /** Null leaves the list out. */
  list: { openids: boolean } | null;
}

/** Paper is white, whatever the screen is. */
const PAPER_COLOURS = {
  ...Object.fromEntries(paletteProperties(palettes.light)),
  colorScheme: 'light',
} as CSSProperties;

export function Paper(props: PaperProps) {
  const t = useText();
  const { title, account, filter, scanFilter, summary, entries, entryName, list } = props;
  const [made] = useState(() => new Date().toISOString());
  const narrowed = filterWords(t, filter);
  const facts: [name: string, value: string][] = [
    [t('records:print.period'), periodWords(t, filter.period, new Date())],
    [t('records:print.account'), account.name],
    [
      t('records:print.entries'),
      filter.entryId === null
        ? entries.map(({ name }) => name).join(t('accounts:removal.separator'))
        : entryName(filter.entryId),
    ],
  ];
  if (narrowed !== '') facts.push([t('records:print.filters'), narrowed]);
  return (
    <article className="paper" style={PAPER_COLOURS} data-testid="paper">
      <h1>{title}</h1>
      <dl className="paper-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Summary
        summary={summary.data}
        error={summary.data ? null : summary.error}
        onRetry={() => void summary.refetch()}
      />
      <Charts filter={scanFilter} entryName={entryName} still />
      {list && <LatestScans filter={scanFilter} entryName={entryName} openids={list.openids} />}
      <footer>{t('records:print.made', { time: dayTime(made) })}</footer>
    </article>
  );
}
