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

/** `count` rows of `height` pixels scrolled by `scroller`: by themselves, or in a `list` among other things. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  list?: RefObject<HTMLElement | null>,
): Sight {
  const [sight, setSight] = useState<Sight>({ first: 0, last: 30 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function look(): void {
      if (!element) return;
      const above = list?.current
        ? element.getBoundingClientRect().top - list.current.getBoundingClientRect().top
        : element.scrollTop;
      const seen = sightOf(above, element.clientHeight, height);
      setSight((old) => (old.first === seen.first && old.last === seen.last ? old : seen));
    }
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    if (list?.current) sizes.observe(list.current);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, height, list]);
  return { first: Math.min(sight.first, Math.max(0, count - 1)), last: Math.min(sight.last, count - 1) };
}

/** `scrolled` pixels are above what is seen of the rows; fewer than none when something else is above them. */
export function sightOf(scrolled: number, room: number, height: number): Sight {
  const first = Math.floor(scrolled / height / STEP) * STEP;
  const last = Math.ceil((scrolled + room) / height / STEP) * STEP;
  return { first: Math.max(0, first - OVERSCAN), last: Math.max(0, last + OVERSCAN) };
}
