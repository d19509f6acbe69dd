/** Which list this is: of what time, whether a newer one is coming, and what changed since the one before. */
import { SyncOutlined, TagsOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { dayTime, grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { differingCounts, isUnderWay, isUnfinished, type Sync } from './use-sync.ts';

interface FollowersHeadProps {
  asOf: string;
  sync: Sync;
  onTags: () => void;
}

export function FollowersHead({ asOf, sync, onTags }: FollowersHeadProps) {
  const t = useText();
  const { progress } = sync;
  const isGoing = progress !== null && isUnderWay(progress);
  const isStopped = progress !== null && isUnfinished(progress);
  const counts = progress && differingCounts(progress);
  return (
    <header className="followers-head">
      <h1>{t('followers:title')}</h1>
      <p className="as-of" data-testid="as-of">
        <time dateTime={asOf}>{t('followers:asOf', { time: dayTime(asOf) })}</time>
        {isGoing && <span>{t('followers:behind.running')}</span>}
        {counts && (
          <span title={t('followers:behind.differsHint')}>
            {t('followers:behind.differs', {
              fetched: grouped(counts.fetched),
              total: grouped(counts.total),
            })}
          </span>
        )}
        {isStopped && <span data-tone="warning">{t('followers:behind.unfinished')}</span>}
      </p>
      <div className="followers-actions">
        <Button icon={<TagsOutlined />} onClick={onTags}>
          {t('followers:actions.tags')}
        </Button>
        <Button
          type="primary"
          icon={<SyncOutlined />}
          disabled={progress === null || isGoing || isStopped}
          loading={sync.isBusy && !isGoing}
          onClick={sync.start}
        >
          {t('followers:actions.sync')}
        </Button>
      </div>
    </header>
  );
}
