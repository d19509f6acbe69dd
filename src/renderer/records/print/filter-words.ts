/** A filter in words, for people who only see the paper. */

import { maskOpenid } from '../../components/mask-openid.ts';
import { dayTime } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';
import { boundsOf, type Period } from '../period.ts';
import type { RecordFilter } from '../record-filter.ts';

/** `2026-03-01 00:00 to 2026-03-02 00:00`; never beyond now, for nobody has come after it. */
export function periodWords(t: Text, period: Period, now: Date): string {
  const bounds = boundsOf(period, now);
  const ended = bounds.to && bounds.to > now ? now : bounds.to;
  const [from, to] = [bounds.from, ended].map((at) => at && dayTime(at.toISOString()).slice(0, 16));
  if (from && to) return t('records:print.until', { from, to });
  if (from) return t('records:print.since', { from });
  return to ? t('records:print.before', { to }) : t('records:print.always');
}

/** What narrows beside the period and the entry; empty when nothing does. The openid is masked. */
export function filterWords(t: Text, { verdict, reason, annulled, openid }: RecordFilter): string {
  const words = [
    verdict && t(`verdicts.${verdict}`),
    reason && t(`reasons:${reason}.title`),
    annulled && t(`records:filters.annulledChoices.${annulled}`),
    openid && maskOpenid(openid),
  ];
  return words.filter(Boolean).join(' · ');
}
