/** Room in a table for the rows that are not drawn. */

interface RowGapProps {
  rows: number;
  /** Of one row, in pixels. */
  height: number;
  columns: number;
}

export function RowGap({ rows, height, columns }: RowGapProps) {
  if (rows <= 0) return null;
  return (
    <tr className="row-gap" aria-hidden>
      <td colSpan={columns} style={{ height: rows * height }} />
    </tr>
  );
}
