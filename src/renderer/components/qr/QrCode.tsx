/** A QR code as large as its place allows, with every module a whole number of pixels wide. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { crispSize, qrShape } from './qr-shape.ts';
import './qr.css';

interface QrCodeProps {
  /** What a phone reads; null while there is nothing it may read. */
  text: string | null;
  /** What a screen reader says. */
  label: string;
  /** How wide one module is drawn, in CSS pixels; told again when that changes. */
  onModule?: (pixels: number) => void;
  /** Shown in the code's place while there is no text. */
  children: ReactNode;
}

export function QrCode({ text, label, onModule, children }: QrCodeProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState(0);
  const shape = useMemo(() => (text === null ? null : qrShape(text)), [text]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setAvailable(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const size = shape ? crispSize(shape.side, available, window.devicePixelRatio) : 0;
  const module = shape ? size / shape.side : 0;
  useEffect(() => {
    if (module > 0) onModule?.(module);
  }, [module, onModule]);
  return (
    <div ref={frame} className="qr" data-testid="qr" data-link={text ?? undefined}>
      {shape ? (
        <svg
          role="img"
          aria-label={label}
          width={size}
          height={size}
          viewBox={`0 0 ${shape.side} ${shape.side}`}
          shapeRendering="crispEdges"
        >
          <path d={shape.path} fill="#000" />
        </svg>
      ) : (
        children
      )}
    </div>
  );
}
