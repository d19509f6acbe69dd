/** The right half of the desk: how many, and who just scanned. */
import { FundProjectionScreenOutlined, MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { Scan } from '#shared/model/scan.ts';
import { BoardDialog } from '../board/dialog/BoardDialog.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { OutsideKiosk } from '../lock/OutsideKiosk.tsx';
import { useKiosk } from '../lock/use-lock.ts';
import { useText } from '../text/text.ts';
import { Counters } from './Counters.tsx';
import { FeedList } from './FeedList.tsx';
import { KeyboardIcon } from './KeyboardIcon.tsx';
import { Pulse } from './Pulse.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useSounds } from './sound/use-sounds.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useFeed } from './use-feed.ts';
import type { Deed } from './use-row-deed.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSummary } from './use-summary.ts';
import './feed.css';

type Range = 'entry' | 'all';

interface LivePanelProps {
  account: Account;
  entry: Entry;
  entries: Entry[];
  onChoose: (entryId: string) => void;
}

export function LivePanel({ account, entry, entries, onChoose }: LivePanelProps) {
  const t = useText();
  const [range, setRange] = useState<Range>(() => (readMemory('scope') === 'all' ? 'all' : 'entry'));
  const [dialog, setDialog] = useState<'board' | 'shortcuts' | null>(null);
  const filter = { accountId: account.id, entryId: range === 'entry' ? entry.id : undefined };
  const { summary, refresh } = useSummary(filter);
  const { said, announce, say } = useAnnouncement();
  const isKiosk = useKiosk();
  const sounds = useSounds();
  const feed = useFeed(filter, {
    onChanges: refresh,
    onDecided(scans) {
      announce(scans);
      sounds.hear(scans);
    },
  });
  const onDeed = useCallback(
    (scan: Scan, { kind }: Deed) => {
      refresh();
      if (kind === 'annul') say(t('records:mark.annulledWhy', { reason: scan.annulled?.reason ?? '' }));
      if (kind === 'reinstate') say(t('desk:said.reinstated'));
    },
    [refresh, say, t],
  );
  useEntryKeys(entry, entries, ({ id, name }) => {
    onChoose(id);
    say(t('desk:said.entry', { name }));
  });
  useShortcuts({
    mute() {
      sounds.toggle();
      say(t(sounds.isOn ? 'desk:sound.muted' : 'desk:sound.unmuted'));
    },
    board: () => !isKiosk && setDialog('board'),
    help: () => setDialog('shortcuts'),
  });
  return (
    <section className="panel live-panel" aria-label={t('desk:feed.label')}>
      <div className="live-head">
        <h2>{t('desk:feed.label')}</h2>
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
          aria-keyshortcuts="M"
          title={`${sounds.isOn ? t('desk:sound.mute') : t('desk:sound.unmute')} (M)`}
          onClick={sounds.toggle}
        />
        <Button
          icon={<KeyboardIcon />}
          aria-label={t('desk:shortcuts.title')}
          aria-keyshortcuts="?"
          title={`${t('desk:shortcuts.title')} (?)`}
          onClick={() => setDialog('shortcuts')}
        />
        <OutsideKiosk>
          <Button
            icon={<FundProjectionScreenOutlined />}
            aria-keyshortcuts="B"
            title={`${t('board:dialog.action')} (B)`}
            onClick={() => setDialog('board')}
          >
            {t('board:dialog.action')}
          </Button>
        </OutsideKiosk>
      </div>
      {dialog === 'board' && <BoardDialog onClose={() => setDialog(null)} />}
      {dialog === 'shortcuts' && <ShortcutSheet onClose={() => setDialog(null)} />}
      <Pulse accountId={account.id} connection={feed.connection} onMood={say} />
      <Counters summary={summary} />
      <FeedList
        feed={feed}
        entries={range === 'all' ? entries : null}
        sandbox={account.sandbox && !isKiosk}
        onDeed={onDeed}
      />
      <div className="visually-hidden" aria-live="polite" data-testid="announcement">
        {said}
      </div>
    </section>
  );
}
