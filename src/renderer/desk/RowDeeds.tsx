/** The one button a row has beside its menu: asking WeChat again, or counting an annulled scan again. */
import { ReloadOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Scan } from '#shared/model/scan.ts';
import { useText } from '../text/text.ts';
import type { RowDeed } from './use-row-deed.ts';

export function Recheck({ scan, deed }: { scan: Scan; deed: RowDeed }) {
  const t = useText();
  if (scan.verdict === 'followed' || scan.openid === null) return null;
  return (
    <Button
      className="scan-deed"
      data-act="recheck"
      aria-keyshortcuts="R"
      icon={<ReloadOutlined />}
      loading={deed.isPending && deed.variables.kind === 'recheck'}
      title={`${t('desk:feed.recheck')} (R)`}
      onClick={() => deed.mutate({ kind: 'recheck' })}
    >
      <span>{t('desk:feed.recheck')}</span>
    </Button>
  );
}

export function Undo({ deed }: { deed: RowDeed }) {
  const t = useText();
  return (
    <Button
      className="scan-deed"
      data-act="undo"
      aria-keyshortcuts="U"
      icon={<RollbackOutlined />}
      loading={deed.isPending && deed.variables.kind === 'reinstate'}
      title={`${t('records:annul.reinstate')} (U)`}
      onClick={() => deed.mutate({ kind: 'reinstate' })}
    >
      <span>{t('desk:feed.undo')}</span>
    </Button>
  );
}
