/** Asks WeChat again about one scan, where another answer is possible, and says what came of it. */
import { ReloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Scan } from '#shared/model/scan.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { clockTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

export function Recheck({ scan, onChanged }: { scan: Scan; onChanged: (scan: Scan) => void }) {
  const t = useText();
  const { query } = useConsole();
  const recheck = useMutation(query.scans.recheck.mutationOptions({ onSuccess: onChanged }));
  const { data } = recheck;
  const possible = scan.openid !== null && (scan.verdict !== 'followed' || data !== undefined);
  return (
    <>
      {possible && (
        <Button
          icon={<ReloadOutlined />}
          loading={recheck.isPending}
          onClick={() => recheck.mutate({ id: scan.id })}
        >
          {t('records:details.recheck')}
        </Button>
      )}
      <span role="status" className="details-said">
        {data &&
          t('records:details.rechecked', {
            time: clockTime(data.decidedAt),
            verdict: t(`verdicts.${data.verdict}`),
          })}
      </span>
      {recheck.error && <FailureCallout error={recheck.error} />}
    </>
  );
}
