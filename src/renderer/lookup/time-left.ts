/** A rough time in words: nobody needs the seconds of an hour. */
import type { Text } from '../text/text.ts';

export function timeLeft(t: Text, seconds: number): string {
  if (seconds < 60) return t('lookup:left.seconds', { amount: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 3_600) return t('lookup:left.minutes', { amount: Math.ceil(seconds / 60) });
  const hours = Math.floor(seconds / 3_600);
  return t('lookup:left.hours', { hours, minutes: Math.ceil((seconds - hours * 3_600) / 60) });
}
