/** One scan: the verdict first and largest, then who, when, what to do about it, and how to take it back. */
import { HistoryOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { memo, useEffect, useRef } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { annulledWhy } from '../components/annulment/annulled-why.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { VerdictTag } from '../components/VerdictTag.tsx';
import { describeError } from '../text/describe-error.ts';
import { clockTime, dayTime, hourAndMinute, isSameDay } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { AnnulMenu } from './AnnulMenu.tsx';
import { Recheck, Undo } from './RowDeeds.tsx';
import { ScanReason } from './ScanReason.tsx';
import { type Deed, type RowDeed, useRowDeed } from './use-row-deed.ts';
import './scan-row.css';

interface ScanRowProps {
  scan: Scan;
  live: boolean;
  entryName: string | null;
  onDone: (scan: Scan, deed: Deed) => void;
}

export const ScanRow = memo(function ScanRow({ scan, live, entryName, onDone }: ScanRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const deed = useRowDeed(scan.id, onDone);
  const isAnnulled = scan.annulled !== null;
  const isTouched = deed.variables !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that had the focus has just gone
  useEffect(() => {
    if (isTouched && document.activeElement === document.body) row.current?.focus({ preventScroll: true });
  }, [isAnnulled]);
  return (
    <li
      ref={row}
      className="scan-row"
      tabIndex={-1}
      data-testid="scan-row"
      data-id={scan.id}
      data-verdict={scan.verdict}
      data-live={live || undefined}
      data-annulled={isAnnulled || undefined}
    >
      <VerdictTag key={scan.verdict} verdict={scan.verdict} />
      <Visitor scan={scan} entryName={entryName} />
      {isAnnulled ? <Undo deed={deed} /> : <Recheck scan={scan} deed={deed} />}
      <ScanTime at={scan.scannedAt} />
      {!isAnnulled && <AnnulMenu deed={deed} onChosen={() => row.current?.focus({ preventScroll: true })} />}
      {scan.reason !== null && <ScanReason scan={scan} reason={scan.reason} />}
      <Outcome scan={scan} deed={deed} />
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
        <Tag variant="outlined" title={annulledWhy(t, scan.annulled)}>
          {t('records:mark.annulledWhy', { reason: annulledWhy(t, scan.annulled) })}
        </Tag>
      )}
      {scan.firstScannedAt !== null && scan.annulled === null && <Again since={scan.firstScannedAt} />}
      {scan.visits > 1 && (
        <span className="scan-visits" title={t('desk:feed.visitsHint', { count: scan.visits })}>
          {t('desk:feed.visits', { count: scan.visits })}
        </span>
      )}
    </div>
  );
}

/** A repeat visitor, at whichever entry: since when. */
function Again({ since }: { since: string }) {
  const t = useText();
  return (
    <span className="scan-again" title={t('records:mark.firstSeenHint', { time: dayTime(since) })}>
      <HistoryOutlined aria-hidden />
      {t('desk:feed.again', { time: hourAndMinute(since) })}
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

/** Says that asking again changed nothing, or what failed; what was changed speaks for itself. */
function Outcome({ scan, deed }: { scan: Scan; deed: RowDeed }) {
  const t = useText();
  const failure = deed.error ? describeError(t, deed.error) : null;
  const time = deed.variables?.kind === 'recheck' && deed.data && clockTime(deed.data.decidedAt);
  return (
    <p className="scan-outcome" role="status">
      {failure && `${failure.title} ${failure.remedy}`}
      {!failure && time && scan.verdict === 'not_followed' && t('desk:feed.stillNotFollowed', { time })}
      {!failure && time && scan.verdict === 'unknown' && t('desk:feed.stillUnknown', { time })}
    </p>
  );
}
