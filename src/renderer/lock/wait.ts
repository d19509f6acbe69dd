/** How long the next PIN has to wait, counted down here from what the host said last. */
import { useEffect, useState } from 'react';

/** `2:05`, or `28 s`. */
export function formatWait(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
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
