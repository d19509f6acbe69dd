/** Which rows of a tall list are in sight: all rows have one height, so that it is a division. */
import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn beyond either edge, so that scrolling meets no gap. */
const OVERSCAN = 12;
/** The sight moves on in steps, not with every pixel. */
const STEP = 6;

export interface Sight {
  first: number;
  last: number;
}

/** `count` rows of `height` pixels scrolled by `scroller`. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): Sight {
  const [sight, setSight] = useState<Sight>({ first: 0, last: 30 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function look(): void {
      if (!element) return;
      const seen = sightOf(element.scrollTop, element.clientHeight, height);
      setSight((old) => (old.first === seen.first && old.last === seen.last ? old : seen));
    }
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, height]);
  return { first: Math.min(sight.first, Math.max(0, count - 1)), last: Math.min(sight.last, count - 1) };
}

function sightOf(scrolled: number, room: number, height: number): Sight {
  const first = Math.floor(scrolled / height / STEP) * STEP;
  const last = Math.ceil((scrolled + room) / height / STEP) * STEP;
  return { first: Math.max(0, first - OVERSCAN), last: last + OVERSCAN };
}
