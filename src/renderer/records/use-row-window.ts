/** Which rows of a long list are in view: all others need not exist. Rows have one height, the screen scrolls. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** As records.css draws them. */
export const ROW_HEIGHT = 44;
/** Rows drawn beyond the view, so that scrolling finds them there. */
const BEYOND = 12;

export interface RowWindow {
  start: number;
  /** The first row after it. */
  end: number;
}

/** Rows `start` to `end` of `count` when `above` pixels of them are over the view and it is `height` high. */
export function windowOf(count: number, above: number, height: number): RowWindow {
  const first = Math.floor(above / ROW_HEIGHT) - BEYOND;
  const last = Math.ceil((above + height) / ROW_HEIGHT) + BEYOND;
  const start = Math.min(Math.max(0, first), count);
  return { start, end: Math.min(Math.max(start, last), count) };
}

/** `rows` is what holds them; `onNearEnd` is called while the last of them are near. */
export function useRowWindow(
  count: number,
  onNearEnd: () => void,
): { rows: RefObject<HTMLTableElement | null>; start: number; end: number } {
  const rows = useRef<HTMLTableElement>(null);
  const [shown, setShown] = useState<RowWindow>(() => windowOf(count, 0, window.innerHeight));
  useEffect(() => {
    const scroller = document.getElementById('main');
    if (!scroller) return;
    let frame = 0;
    function look(): void {
      frame = 0;
      if (!rows.current || !scroller) return;
      const above = scroller.getBoundingClientRect().top - rows.current.getBoundingClientRect().top;
      const next = windowOf(count, above, scroller.clientHeight);
      setShown((before) => (before.start === next.start && before.end === next.end ? before : next));
      if (next.end >= count) onNearEnd();
    }
    function soon(): void {
      frame ||= requestAnimationFrame(look);
    }
    look();
    const observer = new ResizeObserver(soon);
    observer.observe(scroller);
    if (rows.current) observer.observe(rows.current);
    scroller.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', soon);
    };
  }, [count, onNearEnd]);
  return { rows, ...shown };
}
