/** A stretch of time in words: `2 小时 5 分`, `5 min`. */
import type { Text } from '../text/text.ts';
import { durationOf } from './token-guard.ts';

export function describeDuration(t: Text, seconds: number): string {
  const duration = durationOf(seconds);
  switch (duration.unit) {
    case 'hours':
      return t('accounts:token.duration.hours', { hours: duration.hours, minutes: duration.minutes });
    case 'minutes':
      return t('accounts:token.duration.minutes', { minutes: duration.minutes });
    case 'seconds':
      return t('accounts:token.duration.seconds', { seconds: duration.seconds });
  }
}
