/** Before the first list is there: what a sync does and costs, and then how it goes. */
import { TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { EmptyState } from '../components/EmptyState.tsx';
import { useText } from '../text/text.ts';
import { SyncStatus } from './SyncStatus.tsx';
import { isUnderWay, isUnfinished, type Sync } from './use-sync.ts';

export function FirstSync({ sync }: { sync: Sync }) {
  const t = useText();
  const { progress } = sync;
  const isBegun = progress !== null && (isUnderWay(progress) || isUnfinished(progress));
  return (
    <div className="first-sync">
      {isBegun ? (
        <EmptyState icon={<TeamOutlined />} title={t('followers:first.coming')}>
          {t('followers:first.comingBody')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<TeamOutlined />}
          title={t('followers:first.title')}
          actions={
            <Button type="primary" loading={sync.isBusy} onClick={sync.start}>
              {t('followers:first.action')}
            </Button>
          }
        >
          {t('followers:first.body')}
          <span className="first-costs">{t('followers:first.costs')}</span>
        </EmptyState>
      )}
      <SyncStatus sync={sync} />
    </div>
  );
}
