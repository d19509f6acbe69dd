/** The right half of the desk: how many, and who just scanned. */
import { Segmented } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { readMemory, writeMemory } from '../host/memory.ts';
import { useText } from '../text/text.ts';
import { Counters } from './Counters.tsx';
import { FeedList } from './FeedList.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useFeed } from './use-feed.ts';
import { useSummary } from './use-summary.ts';
import './feed.css';

type Range = 'entry' | 'all';

export function LivePanel({ account, entry, entries }: { account: Account; entry: Entry; entries: Entry[] }) {
  const t = useText();
  const [range, setRange] = useState<Range>(() => (readMemory('scope') === 'all' ? 'all' : 'entry'));
  const filter = { accountId: account.id, entryId: range === 'entry' ? entry.id : undefined };
  const { summary, refresh } = useSummary(filter);
  const { said, announce } = useAnnouncement();
  const feed = useFeed(filter, (scans: ScanChange[]) => {
    refresh();
    announce(scans);
  });
  return (
    <section className="panel live-panel" aria-label={t('desk:feed.label')}>
      <div className="live-head">
        <h2>{t('desk:feed.label')}</h2>
        <span className="live-state" data-state={feed.connection} role="status">
          {t(`desk:feed.${feed.connection}`)}
        </span>
        <Segmented<Range>
          aria-label={t('desk:feed.scope')}
          value={range}
          options={[
            { value: 'entry', label: t('desk:feed.thisEntry') },
            { value: 'all', label: t('desk:feed.allEntries') },
          ]}
          onChange={(value) => {
            writeMemory('scope', value);
            setRange(value);
          }}
        />
      </div>
      <Counters summary={summary} />
      <FeedList feed={feed} entries={range === 'all' ? entries : null} sandbox={account.sandbox} />
      <div className="visually-hidden" aria-live="polite" data-testid="announcement">
        {said}
      </div>
    </section>
  );
}
