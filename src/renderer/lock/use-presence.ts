/** Tells the host that somebody is here, as long as it is unlocked: at a touch, a key or a move, not more often than needed. */
import { useEffect } from 'react';
import { useConsole } from '../host/console.tsx';

/** Of the shortest time before it locks, a quarter: it locks at most this much too early. */
const TELL_EVERY_MS = 15_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

export function usePresence(isWatched: boolean): void {
  const { client } = useConsole();
  useEffect(() => {
    if (!isWatched) return;
    let toldAt = Number.NEGATIVE_INFINITY;
    function tell(): void {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      // Not reached, it locks: the safe side.
      client.lock.present().catch(() => undefined);
    }
    for (const sign of SIGNS) window.addEventListener(sign, tell, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true });
    };
  }, [client, isWatched]);
}
