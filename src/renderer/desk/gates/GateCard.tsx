/** One gate as small as it can be read across a table: name, code, numbers, and a flash when somebody scans. */
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { VerdictIcon } from '../../components/VerdictIcon.tsx';
import { useConsole } from '../../host/console.tsx';
import { clockTime, hourAndMinute, isSameDay } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { Beat } from './beats.ts';
import type { Numbers } from './gate-list.ts';
import { SmallCode } from './SmallCode.tsx';

interface GateCardProps {
  entry: Entry;
  /** Null until they are read. */
  numbers: Numbers | null;
  /** The latest scan since the view was opened. */
  beat: Beat | undefined;
  /** What its code says; null while there is none. */
  link: string | null;
  onChoose: (entryId: string) => void;
  onEnlarge: (entry: Entry) => void;
}

const COUNTS: readonly [verdict: Verdict, count: keyof Numbers][] = [
  ['followed', 'followed'],
  ['not_followed', 'notFollowed'],
  ['unknown', 'unknown'],
];

export const GateCard = memo(function GateCard(props: GateCardProps) {
  const t = useText();
  const { entry, numbers, beat, link, onChoose, onEnlarge } = props;
  return (
    <article className="gate" data-testid="gate" data-entry={entry.id} data-verdict={beat?.verdict}>
      {beat && <span key={beat.seen} className="gate-flash" aria-hidden="true" />}
      <button
        type="button"
        className="gate-code"
        aria-label={t('gates:card.enlarge', { name: entry.name })}
        title={t('gates:card.enlarge', { name: entry.name })}
        disabled={link === null}
        onClick={() => onEnlarge(entry)}
      >
        {link !== null && <SmallCode text={link} label={t('desk:code.alt', { name: entry.name })} />}
      </button>
      <div className="gate-facts">
        <button
          type="button"
          className="gate-name"
          title={t('gates:card.open', { name: entry.name })}
          onClick={() => onChoose(entry.id)}
        >
          {entry.name}
        </button>
        <p className="gate-scanned">
          <strong data-testid="gate-scanned">{numbers?.scanned ?? '–'}</strong>{' '}
          {t('gates:card.scanned', { count: numbers?.scanned ?? 0 })}
        </p>
        <dl className="gate-counts">
          {COUNTS.map(([verdict, count]) => (
            <div key={verdict} data-verdict={verdict} title={t(`verdicts.${verdict}`)}>
              <dt>
                <VerdictIcon verdict={verdict} size={13} />
                <span className="visually-hidden">{t(`verdicts.${verdict}`)}</span>
              </dt>
              <dd data-testid={`gate-${verdict}`}>{numbers?.[count] ?? '–'}</dd>
            </div>
          ))}
        </dl>
        <LastScan entryId={entry.id} beat={beat} />
      </div>
    </article>
  );
});

/** Asked once for each card that comes in sight; from then on the feed knows. */
function LastScan({ entryId, beat }: { entryId: string; beat: Beat | undefined }) {
  const t = useText();
  const { query } = useConsole();
  const { data } = useQuery(
    query.scans.list.queryOptions({
      input: { entryId, annulled: false, limit: 1 },
      staleTime: 60_000,
      enabled: beat === undefined,
    }),
  );
  const at = beat?.scannedAt ?? data?.items[0]?.scannedAt;
  if (at === undefined) return <p className="gate-last">{data ? t('gates:card.never') : ' '}</p>;
  const time = isSameDay(at, new Date()) ? clockTime(at) : hourAndMinute(at);
  return <p className="gate-last">{t('gates:card.last', { time })}</p>;
}
