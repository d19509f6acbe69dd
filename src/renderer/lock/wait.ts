/** How long the next PIN has to wait, counted down here from what the host said last. */
import { useEffect, useState } from 'react';
import type { Text } from '../text/text.ts';

export function wordWait(t: Text, wait: number): string {
  const [minutes, seconds] = [Math.floor(wait / 60), wait % 60];
  return minutes === 0 ? t('lock:seconds', { seconds }) : t('lock:minutes', { minutes, seconds });
}

/** Seconds left of `seconds`; begins anew when `saidAt` or `seconds` is another. */
export function useWait(seconds: number, saidAt: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `saidAt` tells two waits of one length apart
  useEffect(() => {
    setLeft(seconds);
    if (seconds <= 0) return;
    const ends = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds, saidAt]);
  return left;
}
