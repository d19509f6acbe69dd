/** Calls at once, then at most every `everyMs`, and never forgets the last call. */
import { useCallback, useEffect, useRef } from 'react';

export function useThrottled(action: () => void, everyMs: number): () => void {
  const latest = useRef(action);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const calledAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    if (timer.current !== undefined) return;
    const call = () => {
      timer.current = undefined;
      calledAt.current = performance.now();
      latest.current();
    };
    timer.current = setTimeout(call, Math.max(0, calledAt.current + everyMs - performance.now()));
  }, [everyMs]);
}
