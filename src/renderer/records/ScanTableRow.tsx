/** One scan in the list. A click anywhere opens it; for keys there is the button on its time. */

import { Tag } from 'antd';
import { type MouseEvent, memo } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { annulledWhy } from '../components/annulment/annulled-why.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { VerdictTag } from '../components/VerdictTag.tsx';
import { describeReason } from '../text/describe-error.ts';
import { clockTime, dayTime, hourAndMinute, isSameDay } from '../text/format.ts';
import type { Text } from '../text/text.ts';

interface ScanTableRowProps {
  scan: Scan;
  /** In the whole table, from 1, the heading included. */
  index: number;
  entryName: string;
  open: boolean;
  onOpen: (scan: Scan) => void;
  /** From the table: looking the wording up in each row is what would cost most. */
  t: Text;
}

export const ScanTableRow = memo(function ScanTableRow(props: ScanTableRowProps) {
  const { scan, index, entryName, open, onOpen, t } = props;
  const { annulled, scannedAt } = scan;
  const time = shortTime(scannedAt, new Date());

  function click(event: MouseEvent): void {
    // The openid is a button of its own.
    if (event.target instanceof Element && event.target.closest('.masked-openid')) return;
    onOpen(scan);
  }

  return (
    <tr
      data-testid="record-row"
      data-id={scan.id}
      data-annulled={annulled !== null}
      data-open={open}
      aria-rowindex={index}
      onClick={click}
    >
      <td data-column="time">
        <button type="button" aria-haspopup="dialog" aria-label={t('records:list.open', { time })}>
          <time dateTime={scannedAt} title={dayTime(scannedAt)}>
            {time}
          </time>
        </button>
      </td>
      <td data-column="verdict">
        <VerdictTag verdict={scan.verdict} size="small" />
      </td>
      <td data-column="reason">
        {annulled && (
          <Tag variant="outlined" title={annulledWhy(t, annulled)}>
            {t('records:mark.annulledWhy', { reason: annulledWhy(t, annulled) })}
          </Tag>
        )}
        {scan.reason !== null && <Why scan={scan} t={t} />}
      </td>
      <td data-column="openid">
        {scan.openid === null ? (
          <span className="scan-table-none">{t('records:list.noOpenid')}</span>
        ) : (
          <MaskedOpenid openid={scan.openid} />
        )}
      </td>
      <td data-column="entry" title={entryName}>
        {entryName}
      </td>
      <td data-column="param" title={scan.param}>
        {scan.param}
      </td>
      <td data-column="visits">
        <Visits scan={scan} t={t} />
      </td>
    </tr>
  );
});

/** `10:32:05`, with its day unless that is today, with its year unless that is this one. */
function shortTime(iso: string, now: Date): string {
  const time = clockTime(iso);
  if (isSameDay(iso, now)) return time;
  const at = new Date(iso);
  if (at.getFullYear() !== now.getFullYear()) return dayTime(iso).slice(0, -3);
  return `${at.getMonth() + 1}/${at.getDate()} ${time}`;
}

function Why({ scan, t }: { scan: Scan; t: Text }) {
  if (scan.reason === null) return null;
  const { title } = describeReason(t, scan.reason, scan.errcode);
  return <span title={title}>{title}</span>;
}

function Visits({ scan, t }: { scan: Scan; t: Text }) {
  const { visits, firstScannedAt } = scan;
  return (
    <>
      {visits > 1 && <span>{t('records:mark.visits', { count: visits })} </span>}
      {firstScannedAt !== null && (
        <span title={t('records:mark.firstSeenHint', { time: dayTime(firstScannedAt) })}>
          {t('records:mark.firstSeen', { time: hourAndMinute(firstScannedAt) })}
        </span>
      )}
    </>
  );
}
