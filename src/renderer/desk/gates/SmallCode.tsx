/** A code for a card: of one size, so that two hundred of them need not be measured. */
import { useMemo } from 'react';
import { crispSize, qrShape } from '../../components/qr/qr-shape.ts';

/** As wide as its place in gates.css: three pixels for each module of a short link, quiet zone included, and the edge. */
const PLACE = 112;

export function SmallCode({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => qrShape(text), [text]);
  const size = crispSize(side, PLACE, window.devicePixelRatio);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
