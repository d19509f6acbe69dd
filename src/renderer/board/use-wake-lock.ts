/** Keeps the screen awake while the page shows. A browser that cannot is left as it is: the system's setting decides. */
import { useEffect } from 'react';

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    async function hold(): Promise<void> {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        const held = await navigator.wakeLock.request('screen');
        if (ended) void held.release();
        else lock = held;
      } catch {
        // Refused on low battery and by policy; it is asked for again when the page shows again.
      }
    }
    // The browser lets go of it whenever the page is hidden.
    const onShow = () => void hold();
    document.addEventListener('visibilitychange', onShow);
    onShow();
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', onShow);
      void lock?.release();
    };
  }, []);
}
