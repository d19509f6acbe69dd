/**
 * The polite voice of the desk: what a screen reader says about new verdicts, at most every two seconds, and at
 * once what came of the operator's own doing.
 */
import { useCallback, useRef, useState } from 'react';
import type { ScanChange } from '#shared/model/scan.ts';
import { clockTime, hourAndMinute } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { announcementOf } from './announcement.ts';
import { useThrottled } from './use-throttled.ts';

const SPEAK_EVERY_MS = 2_000;

export interface Voice {
  /** The text of the live region. */
  said: string;
  /** Takes each batch of decided scans. */
  announce: (scans: ScanChange[]) => void;
  say: (text: string) => void;
}

export function useAnnouncement(): Voice {
  const t = useText();
  const [said, setSaid] = useState('');
  const pending = useRef<ScanChange[]>([]);
  const speak = useThrottled(() => {
    const announcement = announcementOf(pending.current);
    pending.current = [];
    if (announcement?.kind === 'one') {
      const time = clockTime(announcement.scannedAt);
      const one = t('desk:said.one', { verdict: t(`verdicts.${announcement.verdict}`), time });
      const { firstScannedAt } = announcement;
      const again = firstScannedAt && t('desk:said.again', { time: hourAndMinute(firstScannedAt) });
      setSaid(again ? `${one} ${again}` : one);
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
  return { said, announce, say: setSaid };
}
