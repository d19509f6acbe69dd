/** Reads a workbook beside the page, which stays usable: 100,000 rows take a second or two. */
import { readWorkbook, type WorkbookSheet } from './read-workbook.ts';

/** Null = it is no workbook that can be read. */
export type WorkbookReply = WorkbookSheet[] | null;

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void readWorkbook(data).then(answer, () => answer(null));
});

function answer(reply: WorkbookReply): void {
  postMessage(reply);
}
