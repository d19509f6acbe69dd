/** Why a verdict is unknown: what happened, who acts, what to do, WeChat's own code explained. */
import type { Scan } from '#shared/model/scan.ts';
import { Callout } from '../../components/Callout.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { describeReason } from '../../text/describe-error.ts';
import { useText } from '../../text/text.ts';

export function WhyUnknown({ scan }: { scan: Scan }) {
  const t = useText();
  if (scan.reason === null) return null;
  const { title, remedy, actor, errcode } = describeReason(t, scan.reason, scan.errcode);
  return (
    <Callout tone="info" title={title}>
      <p>
        <strong>{actor}</strong> {remedy}
      </p>
      {errcode && errcode.meaning !== null && (
        <p className="details-code">
          <code>{errcode.code}</code> {errcode.meaning} {errcode.remedy !== remedy && errcode.remedy}
        </p>
      )}
      {scan.ip !== null && (
        <div className="callout-actions">
          <CopyButton size="small" text={scan.ip} label={t('desk:feed.copyIp', { ip: scan.ip })} />
        </div>
      )}
    </Callout>
  );
}
