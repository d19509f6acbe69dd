/** A sheet as it will be on paper: for the preview, and for the printer. */
import type { Sheet } from './compose.ts';

export function SheetSvg({ sheet, label }: { sheet: Sheet; label: string }) {
  const { width, height, posters, cutMarks } = sheet;
  return (
    <svg className="sheet" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
      <rect className="sheet-paper" width={width} height={height} fill="#fff" />
      {cutMarks.map(({ x1, y1, x2, y2 }) => (
        <line
          key={`${x1} ${y1} ${x2} ${y2}`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          stroke="#666"
          strokeWidth={0.15}
        />
      ))}
      {posters.map(({ gate, code, texts }) => (
        <g key={gate.id} fill="#000">
          <path
            d={code.shape.path}
            shapeRendering="crispEdges"
            transform={`translate(${code.box.x} ${code.box.y}) scale(${code.box.width / code.shape.side})`}
          />
          {texts.map(({ text, x, y, size, weight, align }) => (
            <text
              key={y}
              x={x}
              y={y}
              fontSize={size}
              fontWeight={weight}
              textAnchor={align === 'center' ? 'middle' : 'start'}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
