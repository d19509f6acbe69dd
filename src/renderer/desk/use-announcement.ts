/** The polite voice of the desk: what a screen reader says about new verdicts, at most every two seconds. */
import { useCallback, useRef, useState } from 'react';
import type { ScanChange } from '#shared/model/scan.ts';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { announcementOf } from './announcement.ts';
import { useThrottled } from './use-throttled.ts';

const SPEAK_EVERY_MS = 2_000;

/** The text of the live region, and what to call with each batch of decided scans. */
export function useAnnouncement(): { said: string; announce: (scans: ScanChange[]) => void } {
  const t = useText();
  const [said, setSaid] = useState('');
  const pending = useRef<ScanChange[]>([]);
  const speak = useThrottled(() => {
    const announcement = announcementOf(pending.current);
    pending.current = [];
    if (announcement?.kind === 'one') {
      const time = clockTime(announcement.scannedAt);
      setSaid(t('desk:said.one', { verdict: t(`verdicts.${announcement.verdict}`), time }));
    } else if (announcement) {
      const { followed, not_followed: notFollowed, unknown } = announcement.counts;
      setSaid(t('desk:said.many', { total: announcement.total, followed, notFollowed, unknown }));
    }
  }, SPEAK_EVERY_MS);
  const announce = useCallback(
    (scans: ScanChange[]) => {
      pending.current.push(...scans);
      speak();
    },
    [speak],
  );
  return { said, announce };
}
