/** Why a verdict is unknown: one line with the remedy; opened, who acts and WeChat's own code explained. */
import { DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import type { Reason } from '#shared/model/verdict.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { describeReason } from '../text/describe-error.ts';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

export function ScanReason({ scan, reason }: { scan: Scan; reason: Reason }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { title, remedy, actor, errcode } = describeReason(t, reason, scan.errcode);
  return (
    <div className="scan-reason">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="scan-reason-line">
          <strong>{title}</strong> {remedy}
        </span>
        <DownOutlined aria-hidden rotate={open ? 180 : 0} />
      </button>
      {scan.ip !== null && (
        <CopyButton size="small" text={scan.ip} label={t('desk:feed.copyIp', { ip: scan.ip })} />
      )}
      {open && (
        <dl>
          <div>
            <dt>{actor}</dt>
            <dd>{t('desk:feed.decidedAt', { time: clockTime(scan.decidedAt) })}</dd>
          </div>
          {errcode && (
            <div>
              <dt>{t('desk:feed.errcode', { code: errcode.code })}</dt>
              <dd>
                {errcode.meaning} {errcode.remedy !== remedy && errcode.remedy}
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
