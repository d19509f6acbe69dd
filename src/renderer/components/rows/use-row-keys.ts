/**
 * Moving from row to row by keys where most rows are not drawn: arrows, Page and Home/End. One row's control is
 * the table's tab stop.
 */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Sight } from './use-virtual-rows.ts';

interface RowKeysOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Of a row, and of the headings that stand over the first row's worth of room. */
  height: number;
  sight: Sight;
  /** What in a row takes the focus: a selector within `[data-index="…"]`. */
  target: string;
}

export interface RowKeys {
  /** The row whose control is the tab stop: the active one, or the first in sight when that is not. */
  stop: number;
  /** The row that has, or last had, the focus. */
  active: number;
  setActive: (index: number) => void;
  /** @returns the row moved to; null for a key that moves nowhere. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => number | null;
}

export function useRowKeys({ scroller, count, height, sight, target }: RowKeysOptions): RowKeys {
  const [active, setActive] = useState(0);
  /** A row that is to have the focus once it is drawn. */
  const awaited = useRef<number | null>(null);
  function focus(index: number): void {
    const row = scroller.current?.querySelector(`[data-index="${index}"]`);
    const control = row?.querySelector<HTMLElement>(target);
    awaited.current = control ? null : index;
    control?.focus({ preventScroll: true });
  }
  // With each drawing: the scroll is told in one frame, and nobody knows in which of the next its rows come.
  useLayoutEffect(() => {
    if (awaited.current !== null) focus(awaited.current);
  });

  function moveTo(index: number): void {
    const element = scroller.current;
    if (!element) return;
    const top = index * height;
    const room = element.clientHeight - height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room;
    setActive(index);
    focus(index);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): number | null {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return null;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, step));
    moveTo(next);
    return next;
  }
  const isInSight = active >= sight.first && active <= sight.last;
  return { stop: isInSight ? active : sight.first, active, setActive, onKeyDown };
}
