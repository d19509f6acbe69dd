/**
 * Keeps rows where they are while somebody reads or points at them: new rows then come in above the view
 * and are counted instead. At rest at the top, the newest row is simply on top.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** After this long without pointer or keys, nobody is aiming at a row any more. */
const AT_REST_MS = 3_000;
/** Somebody with a row under the keyboard's focus reads before the next key. */
const AT_REST_WITH_FOCUS_MS = 20_000;
/** Further from the top than this, the operator has scrolled on purpose. */
const SCROLLED_PX = 8;

interface SteadyList {
  viewport: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLOListElement | null>;
  /** New rows above the view. */
  above: number;
  toTop: () => void;
}

/** `ids` are the rows' ids, newest first, as in the `data-id` of the list's children. */
export function useSteadyList(ids: readonly string[]): SteadyList {
  const viewport = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const offsets = useRef(new Map<string, number>());
  const activeAt = useRef(Number.NEGATIVE_INFINITY);
  const ownScroll = useRef(0);
  const scrolled = useRef(false);
  const [above, setAbove] = useState(0);

  const toTop = useCallback(() => {
    scrolled.current = false;
    ownScroll.current = 0;
    activeAt.current = Number.NEGATIVE_INFINITY;
    setAbove(0);
    viewport.current?.scrollTo({ top: 0 });
    if (list.current) list.current.style.minHeight = '';
  }, []);

  useLayoutEffect(() => {
    const port = viewport.current;
    const rows = list.current;
    if (!port || !rows) return;
    const before = offsets.current;
    offsets.current = readOffsets(rows);
    const held = scrolled.current || isAimedAt(rows, performance.now() - activeAt.current);
    if (!held || before.size === 0) return;
    const anchor = ids.find((id) => (before.get(id) ?? Number.NEGATIVE_INFINITY) >= port.scrollTop - 1);
    const shift = anchor === undefined ? 0 : (offsets.current.get(anchor) ?? 0) - (before.get(anchor) ?? 0);
    if (shift <= 0) return;
    const top = port.scrollTop + shift;
    // A short list needs room to be scrolled at all.
    rows.style.minHeight = `${top + port.clientHeight}px`;
    ownScroll.current = top;
    port.scrollTop = top;
    setAbove((count) => count + ids.filter((id) => !before.has(id)).length);
  }, [ids]);

  useEffect(() => {
    const port = viewport.current;
    if (!port) return;
    const onActive = () => {
      activeAt.current = performance.now();
    };
    const onScroll = () => {
      if (Math.abs(port.scrollTop - ownScroll.current) < 2) return;
      scrolled.current = port.scrollTop > SCROLLED_PX;
      if (!scrolled.current) toTop();
    };
    const resting = setInterval(() => {
      const aimedAt = list.current && isAimedAt(list.current, performance.now() - activeAt.current);
      if (!aimedAt && !scrolled.current && port.scrollTop > 0) toTop();
    }, 500);
    const observer = new ResizeObserver(() => {
      if (list.current) offsets.current = readOffsets(list.current);
    });
    if (list.current) observer.observe(list.current);
    for (const type of ['pointermove', 'pointerdown', 'keydown'] as const)
      port.addEventListener(type, onActive);
    port.addEventListener('scroll', onScroll);
    return () => {
      clearInterval(resting);
      observer.disconnect();
      for (const type of ['pointermove', 'pointerdown', 'keydown'] as const)
        port.removeEventListener(type, onActive);
      port.removeEventListener('scroll', onScroll);
    };
  }, [toTop]);

  return { viewport, list, above, toTop };
}

/** `data-holds`: a row's menu is open. */
function isAimedAt(list: HTMLElement, restedMs: number): boolean {
  if (restedMs < AT_REST_MS || list.querySelector('[data-holds]') !== null) return true;
  return restedMs < AT_REST_WITH_FOCUS_MS && list.querySelector(':focus-visible') !== null;
}

function readOffsets(list: HTMLElement): Map<string, number> {
  const offsets = new Map<string, number>();
  for (const row of list.children) {
    if (row instanceof HTMLElement && row.dataset.id !== undefined)
      offsets.set(row.dataset.id, row.offsetTop);
  }
  return offsets;
}
