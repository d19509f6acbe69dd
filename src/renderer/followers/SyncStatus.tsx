/** How a sync goes: pages, people, how fast, how long still; why it stands still and what makes it go on. */
import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import type { SyncProgress } from '#shared/model/user.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { timeLeft } from '../lookup/time-left.ts';
import { describeReason } from '../text/describe-error.ts';
import { clockTime, grouped, hourAndMinute } from '../text/format.ts';
import { type Text, useText } from '../text/text.ts';
import { isUnderWay, isUnfinished, type Sync } from './use-sync.ts';

export function SyncStatus({ sync }: { sync: Sync }) {
  const t = useText();
  const { progress, error } = sync;
  const isShown = progress !== null && (isUnderWay(progress) || isUnfinished(progress));
  return (
    <>
      {isShown && (
        <section
          className="sync"
          aria-label={t('followers:sync.label')}
          data-testid="sync"
          data-state={progress.state}
        >
          <Line sync={sync} progress={progress} />
          <Standstill progress={progress} />
        </section>
      )}
      {error !== null && <FailureCallout error={error} />}
    </>
  );
}

function Line({ sync, progress }: { sync: Sync; progress: SyncProgress }) {
  const t = useText();
  const { state, fetched, total } = progress;
  const percent = total === null ? 0 : total === 0 ? 100 : Math.min(100, Math.floor((fetched / total) * 100));
  return (
    <div className="sync-row">
      <Progress
        percent={percent}
        showInfo={false}
        status={state === 'failed' ? 'exception' : 'normal'}
        aria-label={t('followers:sync.label')}
      />
      <span className="follower-note">{lineOf(t, progress).join(' · ')}</span>
      <Controls sync={sync} progress={progress} />
    </div>
  );
}

function Controls({ sync, progress }: { sync: Sync; progress: SyncProgress }): ReactNode {
  const t = useText();
  const { state, resumesAt } = progress;
  return (
    <span className="sync-actions">
      {isUnderWay(progress) ? (
        <>
          {resumesAt !== null && (
            <Button size="small" loading={sync.isBusy} onClick={sync.start}>
              {t('followers:sync.now')}
            </Button>
          )}
          <Button size="small" icon={<PauseOutlined />} loading={sync.isBusy} onClick={sync.pause}>
            {t('followers:sync.pause')}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          type="primary"
          icon={<PlayCircleOutlined />}
          loading={sync.isBusy}
          onClick={sync.start}
        >
          {t(state === 'idle' ? 'followers:first.goOn' : 'followers:sync.goOn')}
        </Button>
      )}
    </span>
  );
}

function lineOf(t: Text, { state, fetched, total, pages, rate, secondsLeft }: SyncProgress): string[] {
  if (state === 'running' && total === null && fetched === 0) return [t('followers:sync.starting')];
  if (state === 'running' && total !== null && fetched >= total) return [t('followers:sync.settling')];
  return [
    state === 'paused' ? t('followers:sync.pausedTitle') : null,
    total === null
      ? t('followers:sync.read', { fetched: grouped(fetched) })
      : t('followers:sync.readOf', { fetched: grouped(fetched), total: grouped(total) }),
    pages > 0 ? t('followers:sync.pages', { pages: grouped(pages) }) : null,
    rate === null ? null : t('followers:sync.perSecond', { amount: grouped(Math.max(1, Math.round(rate))) }),
    secondsLeft === null ? null : timeLeft(t, secondsLeft),
  ].filter((part) => part !== null);
}

function Standstill({ progress }: { progress: SyncProgress }) {
  const t = useText();
  const { state, reason, errcode, resumesAt } = progress;
  const why = reason === null ? null : describeReason(t, reason, errcode);
  const code = errcode === null ? null : `${t('errors:facts.errcode')} ${errcode}`;
  if (state === 'failed') {
    return (
      <Callout tone="danger" title={why?.title ?? t('followers:sync.failedTitle')}>
        <p>{why?.remedy ?? t('followers:sync.failedRemedy')}</p>
        <p className="follower-note">
          {[t('followers:sync.kept'), why?.actor, code].filter(Boolean).join(' · ')}
        </p>
      </Callout>
    );
  }
  if (resumesAt !== null) {
    const title =
      state === 'waiting'
        ? t('followers:sync.waitingTitle', { time: hourAndMinute(resumesAt) })
        : t('followers:sync.retryTitle', { time: clockTime(resumesAt) });
    return (
      <Callout tone="warning" title={title}>
        {why && <p>{t('followers:sync.why', why)}</p>}
        {code && <p className="follower-note">{code}</p>}
      </Callout>
    );
  }
  if (state === 'idle') {
    return (
      <Callout tone="info" title={t('followers:sync.unfinishedTitle')}>
        <p>{t('followers:sync.unfinishedBody')}</p>
      </Callout>
    );
  }
  return null;
}
