/** Every gate of an account at once: who passes where, and how many in all. */
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { OutsideKiosk } from '../../lock/OutsideKiosk.tsx';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import { Counters } from '../Counters.tsx';
import { FEED_LIMIT, newsIn } from '../feed.ts';
import { Pulse } from '../Pulse.tsx';
import { useSounds } from '../sound/use-sounds.ts';
import { useAnnouncement } from '../use-announcement.ts';
import { useLiveScans } from '../use-live-scans.ts';
import { useShortLinks } from '../use-short-links.ts';
import { type DeskView, ViewSwitch } from '../ViewSwitch.tsx';
import { type Beats, withChanges } from './beats.ts';
import { GateGrid } from './GateGrid.tsx';
import { arranged, gatesOf, MANY_GATES, SORTS, type Sort, scansOfRemoved, totalOf } from './gate-list.ts';
import { type Range, useGateCounts } from './use-gate-counts.ts';
import './gates.css';

interface GatesViewProps {
  account: Account;
  /** Of that account. */
  entries: Entry[];
  onView: (view: DeskView) => void;
  /** A gate was chosen, to be shown alone. */
  onChoose: (entryId: string) => void;
}

const NO_BEATS: Beats = new Map();

export function GatesView({ account, entries, onView, onChoose }: GatesViewProps) {
  const t = useText();
  const [range, setRange] = useState<Range>('today');
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>('made');
  const [beats, setBeats] = useState(NO_BEATS);
  /** The newest last: of one scan the last word counts. */
  const told = useRef<ScanChange[]>([]);
  const [openedAt] = useState(() => new Date().toISOString());
  const { counts, error, refresh } = useGateCounts(account.id, range);
  const { said, announce, say } = useAnnouncement();
  const sounds = useSounds();
  const links = useShortLinks(entries);
  const connection = useLiveScans({
    onChanges(all: ScanChange[]) {
      const changes = all.filter(({ accountId }) => accountId === account.id);
      if (changes.length === 0) return;
      setBeats((before) => withChanges(before, changes, openedAt));
      refresh();
      const news = newsIn(told.current, changes);
      told.current = [...told.current, ...changes].slice(-FEED_LIMIT);
      announce(news);
      sounds.hear(news);
    },
    onGap: refresh,
  });
  const gates = useMemo(() => gatesOf(entries, counts ?? []), [entries, counts]);
  const shown = useMemo(() => arranged(gates, query, sort), [gates, query, sort]);
  const removed = counts ? scansOfRemoved(entries, counts) : 0;

  return (
    <section className="panel gates" aria-label={t('gates:title')}>
      <div className="gates-head">
        <ViewSwitch view="all" onChange={onView} />
        {entries.length >= MANY_GATES && (
          <>
            <Input.Search
              className="gates-search"
              allowClear
              placeholder={t('gates:search')}
              aria-label={t('gates:search')}
              maxLength={60}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <Select<Sort>
              className="gates-sort"
              aria-label={t('gates:sort.label')}
              value={sort}
              onChange={setSort}
              options={SORTS.map((value) => ({ value, label: t(`gates:sort.${value}`) }))}
            />
          </>
        )}
        <span className="gates-deeds">
          <OutsideKiosk>
            <Button icon={<PlusOutlined />} href={hashOf('desk', 'bulk')}>
              {t('gates:add')}
            </Button>
            <Button icon={<PrinterOutlined />} href={hashOf('desk', 'posters')}>
              {t('gates:posters')}
            </Button>
          </OutsideKiosk>
        </span>
      </div>
      <Pulse accountId={account.id} connection={connection} onMood={say} />
      <div className="gates-total" data-testid="gates-total">
        <div className="gates-range">
          <strong>{t('gates:total', { count: entries.length })}</strong>
          <Segmented<Range>
            size="small"
            aria-label={t('gates:range.label')}
            value={range}
            options={(['today', 'all'] as const).map((value) => ({
              value,
              label: t(`gates:range.${value}`),
            }))}
            onChange={setRange}
          />
          <span>{t(`gates:range.${range}Hint`)}</span>
          {removed > 0 && <span>{t('gates:removed', { count: removed })}</span>}
          {shown.length < gates.length && (
            <span role="status">{t('gates:found', { shown: shown.length, total: gates.length })}</span>
          )}
        </div>
        <Counters summary={counts && totalOf(counts)} />
      </div>
      {error ? (
        <ErrorState error={error} onRetry={refresh} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('gates:none', { query: query.trim() })} />
      ) : (
        <GateGrid
          gates={shown}
          known={counts !== undefined}
          beats={beats}
          linkOf={links.linkOf}
          onChoose={onChoose}
        />
      )}
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </section>
  );
}
