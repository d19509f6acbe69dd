/** One scan: the verdict first and largest, then who, when, and for an unknown one what to do. */
import { ReloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { memo } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { VerdictTag } from '../components/VerdictTag.tsx';
import { useConsole } from '../host/console.tsx';
import { describeError } from '../text/describe-error.ts';
import { clockTime, dayTime, hourAndMinute, isSameDay } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { ScanReason } from './ScanReason.tsx';
import './scan-row.css';

interface ScanRowProps {
  scan: Scan;
  live: boolean;
  entryName: string | null;
  onRechecked: (scan: Scan) => void;
}

export const ScanRow = memo(function ScanRow({ scan, live, entryName, onRechecked }: ScanRowProps) {
  const t = useText();
  const { query } = useConsole();
  const recheck = useMutation(query.scans.recheck.mutationOptions({ onSuccess: onRechecked }));
  const recheckable = scan.verdict !== 'followed' && scan.openid !== null;
  return (
    <li
      className="scan-row"
      data-testid="scan-row"
      data-id={scan.id}
      data-verdict={scan.verdict}
      data-live={live || undefined}
      data-annulled={scan.annulled !== null || undefined}
    >
      <VerdictTag key={scan.verdict} verdict={scan.verdict} />
      <Visitor scan={scan} entryName={entryName} />
      {recheckable && (
        <Button
          className="scan-recheck"
          icon={<ReloadOutlined />}
          loading={recheck.isPending}
          title={t('desk:feed.recheck')}
          onClick={() => recheck.mutate({ id: scan.id })}
        >
          <span>{t('desk:feed.recheck')}</span>
        </Button>
      )}
      <ScanTime at={scan.scannedAt} />
      {scan.reason !== null && <ScanReason scan={scan} reason={scan.reason} />}
      <RecheckOutcome scan={scan} answer={recheck.data} error={recheck.error} />
    </li>
  );
});

function Visitor({ scan, entryName }: { scan: Scan; entryName: string | null }) {
  const t = useText();
  return (
    <div className="scan-who">
      {scan.openid === null ? (
        <span className="scan-nobody">{t('desk:feed.noOpenid')}</span>
      ) : (
        <MaskedOpenid openid={scan.openid} />
      )}
      {entryName !== null && (
        <Tag variant="filled" title={entryName}>
          {entryName}
        </Tag>
      )}
      {scan.param !== '' && (
        <Tag variant="outlined" title={`${t('desk:feed.param')}: ${scan.param}`}>
          {scan.param}
        </Tag>
      )}
      {scan.annulled && (
        <Tag variant="outlined" title={scan.annulled.reason}>
          {t('records:mark.annulledWhy', { reason: scan.annulled.reason })}
        </Tag>
      )}
      {scan.firstScannedAt !== null && <FirstSeen at={scan.firstScannedAt} />}
      {scan.visits > 1 && (
        <span className="scan-visits" title={t('desk:feed.visitsHint', { count: scan.visits })}>
          {t('desk:feed.visits', { count: scan.visits })}
        </span>
      )}
    </div>
  );
}

/** A repeat visitor: when they came first. */
function FirstSeen({ at }: { at: string }) {
  const t = useText();
  return (
    <span className="scan-first" title={t('records:mark.firstSeenHint', { time: dayTime(at) })}>
      {t('records:mark.firstSeen', { time: hourAndMinute(at) })}
    </span>
  );
}

function ScanTime({ at }: { at: string }) {
  const day = new Date(at);
  return (
    <time className="scan-time" dateTime={at} title={day.toLocaleString()}>
      {!isSameDay(at, new Date()) && <span>{`${day.getMonth() + 1}/${day.getDate()}`}</span>}
      {clockTime(at)}
    </time>
  );
}

/** Says that asking again changed nothing, or failed; a changed verdict speaks for itself. */
function RecheckOutcome({
  scan,
  answer,
  error,
}: {
  scan: Scan;
  answer: Scan | undefined;
  error: Error | null;
}) {
  const t = useText();
  const failure = error ? describeError(t, error) : null;
  const time = answer && clockTime(answer.decidedAt);
  return (
    <p className="scan-outcome" role="status">
      {failure && `${failure.title} ${failure.remedy}`}
      {!failure && time && scan.verdict === 'not_followed' && t('desk:feed.stillNotFollowed', { time })}
      {!failure && time && scan.verdict === 'unknown' && t('desk:feed.stillUnknown', { time })}
    </p>
  );
}
