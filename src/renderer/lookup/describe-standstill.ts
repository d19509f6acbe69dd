/** Why a look-up stands still, in words that fit a list: a limit of a minute is none of a day, and ends by itself. */
import type { Lookup } from '#shared/model/lookup.ts';
import { describeReason } from '../text/describe-error.ts';
import { clockTime, hourAndMinute } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** "Reach max api daily quota"; WeChat's other limits are a minute's. */
const DAILY_QUOTA = 45009;
/** Nearer than that, the seconds say something. */
const SOON_MS = 10 * 60_000;

/** Of one that waits: until when, and for what. */
export function describeWait(t: Text, { reason, errcode, resumesAt }: Lookup, now = new Date()) {
  return {
    title:
      resumesAt === null
        ? t('lookup:waiting.title')
        : t('lookup:waiting.until', { time: timeOf(resumesAt, now) }),
    why: why(),
  };

  function why(): string | null {
    switch (reason) {
      case null:
        return null;
      case 'quota':
        return t(errcode === DAILY_QUOTA ? 'lookup:waiting.day' : 'lookup:waiting.minute');
      case 'network':
      case 'platform_busy':
        return t(`lookup:waiting.${reason}`);
      default:
        return t('lookup:waiting.why', describeReason(t, reason, errcode));
    }
  }
}

/** Of one that failed: a disk that refuses has no reason of WeChat's. */
export function describeStop(t: Text, { reason, errcode }: Lookup): { title: string; remedy: string } {
  if (reason === null) return { title: t('lookup:failed.title'), remedy: t('lookup:failed.remedy') };
  // Without a code of WeChat's, it was never asked: there is no secret to ask with.
  if (reason === 'credentials' && errcode === null) {
    return { title: t('lookup:failed.noSecret.title'), remedy: t('lookup:failed.noSecret.remedy') };
  }
  const { title, remedy } = describeReason(t, reason, errcode);
  // Of visitors these are asked about again by themselves; here that has been tried.
  if (reason !== 'network' && reason !== 'platform_busy') return { title, remedy };
  return { title, remedy: t(`lookup:failed.${reason}`) };
}

function timeOf(iso: string, now: Date): string {
  const isSoon = Date.parse(iso) - now.getTime() < SOON_MS;
  return isSoon ? clockTime(iso) : hourAndMinute(iso, now);
}
