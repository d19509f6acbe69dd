/** The left half of the desk: an entry and the code people scan, or why there is none. */
import { LinkOutlined } from '@ant-design/icons';
import { Segmented, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { DensityMeter } from '../components/qr/DensityMeter.tsx';
import { QrCode } from '../components/qr/QrCode.tsx';
import { useConsole } from '../host/console.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { OutsideKiosk } from '../lock/OutsideKiosk.tsx';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { CodeActions } from './CodeActions.tsx';
import { CountdownRing } from './CountdownRing.tsx';
import { EntryPicker } from './EntryPicker.tsx';
import { useObstacle } from './Obstacle.tsx';
import { formatRemaining } from './rotation.ts';
import { type CurrentCode, useCode } from './use-code.ts';
import { type DeskView, ViewSwitch } from './ViewSwitch.tsx';
import './code.css';

/** `short` = our /go/ link; `direct` = WeChat's authorize URL itself. */
type LinkKind = 'short' | 'direct';

interface CodePanelProps {
  account: Account;
  entry: Entry;
  entries: Entry[];
  onChoose: (entryId: string) => void;
  onView: (view: DeskView) => void;
}

export function CodePanel({ account, entry, entries, onChoose, onView }: CodePanelProps) {
  const t = useText();
  const [kind, setKind] = useState<LinkKind>(() => (readMemory('link') === 'direct' ? 'direct' : 'short'));
  const callback = useConsole().status.data?.callback;
  const obstacle = useObstacle(account);
  const current = useCode(entry, obstacle === null && callback?.state === 'listening' ? callback.url : null);
  const [module, setModule] = useState(0);
  const link = shownLink(current, kind);
  const text = obstacle === null ? link : null;
  return (
    <section className="panel code-panel" aria-label={t('desk:entry.label')}>
      {entries.length > 1 && <ViewSwitch block view="one" onChange={onView} />}
      <EntryPicker entry={entry} entries={entries} onChoose={onChoose} />
      <Segmented<LinkKind>
        block
        aria-label={t('desk:link.label')}
        value={kind}
        options={[
          { value: 'short', label: t('desk:link.short') },
          { value: 'direct', label: t('desk:link.direct') },
        ]}
        onChange={(value) => {
          writeMemory('link', value);
          setKind(value);
        }}
      />
      <div className="code-place">
        <QrCode text={text} label={t('desk:code.alt', { name: entry.name })} onModule={setModule}>
          {obstacle ?? <Waiting current={current} />}
        </QrCode>
      </div>
      {obstacle === null && (
        <>
          <div className="code-facts">
            <Hint kind={kind} current={current} />
            {text !== null && module > 0 && <DensityMeter text={text} module={module} />}
          </div>
          <OutsideKiosk>
            <CodeActions account={account} entry={entry} text={text} />
          </OutsideKiosk>
        </>
      )}
    </section>
  );
}

/** What the code says, or null while it may not be shown. */
function shownLink({ code, remaining }: CurrentCode, kind: LinkKind): string | null {
  if (!code) return null;
  if (kind === 'short') return code.entryUrl;
  return remaining > 0 ? code.authorizeUrl : null;
}

function Waiting({ current }: { current: CurrentCode }): ReactNode {
  const t = useText();
  if (current.error) {
    const { title, remedy, facts } = describeError(t, current.error);
    const description = current.code
      ? { title: t('desk:code.expired'), remedy: t('desk:code.expiredWhy', { title, remedy }), facts }
      : { title, remedy, facts };
    return <ErrorState description={description} retrying={current.isFetching} onRetry={current.refetch} />;
  }
  return <Spin size="large" description={t(current.code ? 'desk:code.renewing' : 'desk:code.loading')} />;
}

function Hint({ kind, current }: { kind: LinkKind; current: CurrentCode }) {
  const t = useText();
  const time = formatRemaining(current.remaining);
  return (
    <div className="code-hint">
      {kind === 'short' || current.remaining === 0 ? (
        <LinkOutlined className="code-hint-icon" />
      ) : (
        <span className="code-hint-ring" role="timer" aria-label={t('desk:link.remaining', { time })}>
          <CountdownRing share={current.share} />
          <span aria-hidden="true">{time}</span>
        </span>
      )}
      <span>{t(kind === 'short' ? 'desk:link.shortHint' : 'desk:link.directHint')}</span>
    </div>
  );
}
