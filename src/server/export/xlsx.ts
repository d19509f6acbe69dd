/**
 * An Excel workbook, packed while its rows are read: nothing of it stands in memory but what is under way, and
 * the packing happens off the thread that answers phones. The rule: text is stored as text, so an openid of
 * digits stays whole and a formula stays a string; numbers are numbers; times stay ISO text as everywhere else,
 * because a cell of Excel's knows no time zone.
 */
import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { rowWriter, SHEET_TAIL, sheetHead, workbookParts } from './sheet-xml.ts';
import { type Chunk, pages, type Table } from './table.ts';

/** What a sheet of Excel's holds beside its heading; more rows go on in a second sheet. */
const MOST_ROWS_OF_A_SHEET = 1_048_575;

/** The lightest packing: the others take twice as long for a quarter less. */
const packing = { compressionLevel: 1 };

/** Rows handed out a page at a time, never more than asked for. */
function rowSource<Row>(rows: Iterable<Row>) {
  const source = pages(rows);
  let waiting: Row[] = [];

  async function take(most: number): Promise<Row[]> {
    if (waiting.length === 0) waiting = (await source.next()).value ?? [];
    return waiting.splice(0, most);
  }
  return {
    take,
    async hasMore(): Promise<boolean> {
      if (waiting.length === 0) waiting = (await source.next()).value ?? [];
      return waiting.length > 0;
    },
    close: () => source.return(undefined),
  };
}

/** `rowsOfASheet` is for tests; nobody writes a million rows to see a second sheet. */
export async function* writeXlsx<Row>(
  { columns, rows }: Table<Row>,
  rowsOfASheet = MOST_ROWS_OF_A_SHEET,
): AsyncGenerator<Chunk> {
  const source = rowSource(rows);
  const writeRow = rowWriter(columns);
  const archive = new ZipFile();
  // The library says less than it knows: its output is this class.
  const output = archive.outputStream as PassThrough;
  let written = 0;
  let sheets = 0;
  let sheet: Readable | null = null;

  function finish(): void {
    for (const [path, xml] of workbookParts(sheets, 'FollowDesk')) {
      archive.addBuffer(Buffer.from(xml), path, packing);
    }
    archive.end();
  }

  async function* sheetBytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(sheetHead(columns));
    for (let held = 0; held < rowsOfASheet; ) {
      const page = await source.take(rowsOfASheet - held);
      if (page.length === 0) break;
      let xml = '';
      for (const [index, row] of page.entries()) xml += writeRow(row, held + index + 2);
      held += page.length;
      written += page.length;
      yield Buffer.from(xml);
    }
    yield Buffer.from(SHEET_TAIL);
    if (await source.hasMore()) addSheet();
    else finish();
  }

  function addSheet(): void {
    sheets++;
    const bytes = Readable.from(sheetBytes(), { highWaterMark: 1 });
    bytes.on('error', (error) => output.destroy(error));
    sheet = bytes;
    archive.addReadStream(bytes, `xl/worksheets/sheet${sheets}.xml`, packing);
  }

  try {
    archive.on('error', (error: Error) => output.destroy(error));
    addSheet();
    for await (const bytes of output) yield { bytes, rows: written };
  } finally {
    (sheet as Readable | null)?.destroy();
    await source.close();
  }
}
