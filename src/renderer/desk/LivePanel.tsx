/** The right half of the desk: how many, and who just scanned. */
import { FundProjectionScreenOutlined, MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { BoardDialog } from '../board/dialog/BoardDialog.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { useText } from '../text/text.ts';
import { Counters } from './Counters.tsx';
import { FeedList } from './FeedList.tsx';
import { Pulse } from './Pulse.tsx';
import { useSounds } from './sound/use-sounds.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useFeed } from './use-feed.ts';
import { useSummary } from './use-summary.ts';
import './feed.css';

type Range = 'entry' | 'all';

export function LivePanel({ account, entry, entries }: { account: Account; entry: Entry; entries: Entry[] }) {
  const t = useText();
  const [range, setRange] = useState<Range>(() => (readMemory('scope') === 'all' ? 'all' : 'entry'));
  const [boardAsked, setBoardAsked] = useState(false);
  const filter = { accountId: account.id, entryId: range === 'entry' ? entry.id : undefined };
  const { summary, refresh } = useSummary(filter);
  const { said, announce } = useAnnouncement();
  const sounds = useSounds();
  const feed = useFeed(filter, (scans: ScanChange[]) => {
    refresh();
    announce(scans);
    sounds.hear(scans);
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
        <Button
          icon={sounds.isOn ? <SoundOutlined /> : <MutedOutlined />}
          aria-label={t('desk:sound.label')}
          aria-pressed={sounds.isOn}
          title={sounds.isOn ? t('desk:sound.mute') : t('desk:sound.unmute')}
          onClick={sounds.toggle}
        />
        <Button icon={<FundProjectionScreenOutlined />} onClick={() => setBoardAsked(true)}>
          {t('board:dialog.action')}
        </Button>
      </div>
      {boardAsked && <BoardDialog onClose={() => setBoardAsked(false)} />}
      <Pulse accountId={account.id} />
      <Counters summary={summary} />
      <FeedList feed={feed} entries={range === 'all' ? entries : null} sandbox={account.sandbox} />
      <div className="visually-hidden" aria-live="polite" data-testid="announcement">
        {said}
      </div>
    </section>
  );
}
