/** Alt+L locks, from wherever the operator is. */
import { useEffect, useRef } from 'react';

export function useLockKey(canLock: boolean, lockNow: () => void): void {
  const latest = useRef(lockNow);
  useEffect(() => {
    latest.current = lockNow;
  });
  useEffect(() => {
    if (!canLock) return;
    function onKeyDown(event: KeyboardEvent): void {
      const others = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!event.altKey || others || event.code !== 'KeyL') return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [canLock]);
}
