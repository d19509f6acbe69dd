/** As many cards side by side as there is room for; of two hundred only those in sight are drawn. */
import { useEffect, useRef, useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { useVirtualRows } from '../../components/rows/use-virtual-rows.ts';
import { useText } from '../../text/text.ts';
import type { Beats } from './beats.ts';
import { GateCard } from './GateCard.tsx';
import { GateCode } from './GateCode.tsx';
import type { Gate } from './gate-list.ts';

/** A card and the gap below it, as gates.css has them. */
const ROW_HEIGHT = 142;
const LEAST_WIDTH = 272;
const GAP = 12;

interface GateGridProps {
  gates: readonly Gate[];
  /** False while the numbers are not read yet. */
  known: boolean;
  beats: Beats;
  linkOf: ((entry: Entry) => string) | null;
  onChoose: (entryId: string) => void;
}

export function GateGrid({ gates, known, beats, linkOf, onChoose }: GateGridProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(1);
  const [enlarged, setEnlarged] = useState<Entry | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setColumns(columnsIn(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const rows = Math.ceil(gates.length / columns);
  const { first, last } = useVirtualRows(scroller, rows, ROW_HEIGHT);
  return (
    <div ref={scroller} className="gates-scroller" data-testid="gates">
      <ol
        className="gates-grid"
        aria-label={t('gates:title')}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          paddingTop: first * ROW_HEIGHT,
          paddingBottom: Math.max(0, rows - 1 - last) * ROW_HEIGHT,
        }}
      >
        {gates.slice(first * columns, (last + 1) * columns).map(({ entry, numbers }, index) => (
          <li key={entry.id} aria-setsize={gates.length} aria-posinset={first * columns + index + 1}>
            <GateCard
              entry={entry}
              numbers={known ? numbers : null}
              beat={beats.get(entry.id)}
              link={linkOf?.(entry) ?? null}
              onChoose={onChoose}
              onEnlarge={setEnlarged}
            />
          </li>
        ))}
      </ol>
      {enlarged && (
        <GateCode entry={enlarged} link={linkOf?.(enlarged) ?? null} onClose={() => setEnlarged(null)} />
      )}
    </div>
  );
}

function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
}
