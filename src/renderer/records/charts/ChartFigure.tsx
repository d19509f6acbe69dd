/**
 * A drawing with its heading, and the same as a table: for those who cannot see it, and for those who would
 * rather read numbers. Only one of the two is on screen; a screen reader always has the table.
 */
import { type ReactNode, useId } from 'react';
import type { ChartView } from './Charts.tsx';

interface ChartFigureProps {
  title: string;
  /** Said small, beside the title. */
  note?: string;
  view: ChartView;
  columns: readonly string[];
  /** A name, then a cell for each further column. */
  rows: readonly { key: string | number; cells: readonly string[] }[];
  /** The drawing. */
  children: ReactNode;
}

export function ChartFigure({ title, note, view, columns, rows, children }: ChartFigureProps) {
  const id = useId();
  const table = (
    <table className="chart-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row" title={name}>
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <section className="chart" aria-labelledby={id}>
      <h2 id={id}>
        {title} {note && <small>{note}</small>}
      </h2>
      {view === 'charts' ? (
        <>
          <div className="chart-drawing" aria-hidden="true">
            {children}
          </div>
          <div className="visually-hidden">{table}</div>
        </>
      ) : (
        // It scrolls, so keys must be able to reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is scrolled by keys
        <section className="chart-scroll" aria-labelledby={id} tabIndex={0}>
          {table}
        </section>
      )}
    </section>
  );
}
