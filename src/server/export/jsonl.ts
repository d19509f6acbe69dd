/** One row per line, exactly as the REST API answers it, and after that what only a file says. */
import { type Chunk, pages, type Table } from './table.ts';

export async function* writeJsonLines<Row>({ rows, record }: Table<Row>): AsyncGenerator<Chunk> {
  let written = 0;
  for await (const page of pages(rows)) {
    const lines = page.map((row) => `${JSON.stringify(record(row))}\n`);
    written += page.length;
    yield { bytes: Buffer.from(lines.join('')), rows: written };
  }
}
