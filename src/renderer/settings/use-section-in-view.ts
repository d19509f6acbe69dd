/** Which part of the settings is being read, and going to another: by a click, a link or a typed address. */
import { useCallback, useEffect, useState } from 'react';
import { usePlace } from '../routing.ts';
import { isSection, SECTIONS, type SectionName, sectionId } from './sections.ts';

/** A heading counts as reached a little before it meets the top. */
const REACHED_PX = 96;

function headingOf(name: SectionName): HTMLElement | null {
  return document.getElementById(sectionId(name));
}

/** `ready` once the sections are on the page. */
export function useSectionInView(ready: boolean) {
  const [place] = usePlace();
  const [inView, setInView] = useState<SectionName>('appearance');

  const go = useCallback((name: SectionName) => {
    const heading = headingOf(name);
    heading?.closest('section')?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    setInView(name);
  }, []);

  useEffect(() => {
    if (ready && isSection(place)) go(place);
  }, [ready, place, go]);

  useEffect(() => {
    const scroller = document.getElementById('main');
    if (!ready || !scroller) return;
    function look(): void {
      if (!scroller) return;
      const top = scroller.getBoundingClientRect().top + REACHED_PX;
      const reached = SECTIONS.filter((name) => (headingOf(name)?.getBoundingClientRect().top ?? top) < top);
      // The last ones are too short to ever reach the top.
      const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
      const last = atEnd && scroller.scrollTop > 0 ? SECTIONS.at(-1) : reached.at(-1);
      setInView(last ?? 'appearance');
    }
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [ready]);

  return { inView, go };
}
