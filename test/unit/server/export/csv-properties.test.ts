/** Any text through a CSV file and a reader that is not ours: nothing is lost, nothing moves, nothing runs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scansFile } from '#server/export/export.ts';
import { aScan } from '../../../support/a-scan.ts';
import { anApp, bytesOf } from './an-app.ts';

/** RFC 4180, to the letter, and nothing more; a quote where none may stand is an error. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length; ) {
    let cell = '';
    if (csv[at] === '"') {
      const end = /"(?:[^"]|"")*"(?=,|\r\n|$)/y;
      end.lastIndex = at;
      const [quoted] = end.exec(csv) ?? [];
      if (quoted === undefined) throw new Error(`an open quote at ${at}`);
      cell = quoted.slice(1, -1).replaceAll('""', '"');
      at += quoted.length;
    } else {
      const plain = /[^",\r\n]*/y;
      plain.lastIndex = at;
      [cell] = plain.exec(csv) ?? [''];
      at += cell.length;
    }
    row.push(cell);
    if (csv[at] === ',') at += 1;
    else if (csv.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither a comma nor a line's end at ${at}`);
  }
  return rows;
}

/** What a spreadsheet runs, or takes for the beginning of a formula, however the cell is quoted. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/u;
const risky = fc.constantFrom('=', '+', '-', '@', '＝', '＠', '\t', '\r', '\n', '\r\n', '"', '""', ',', "'", ';', ' ', '\ufeff', '\0', '1', 'E5', '=1+1', '=HYPERLINK("x")', '|cmd', '😀', '\ud83d', '关注'); // biome-ignore format: a list
const text = fc.oneof(
  fc.array(risky, { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

test('any param and any identifier come back, at most with an apostrophe before them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.option(text)), { minLength: 1, maxLength: 8 }),
      async (facts) => {
        const scans = facts.map(([param, openid], index) =>
          aScan({ id: `s${index}`, param, openid, unionid: openid }),
        );
        const bytes = await bytesOf(scansFile(anApp(scans), { format: 'csv', mask: false, filter: {} }));
        expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const [heading = [], ...rows] = rowsOf(bytes.subarray(3).toString());
        expect(rows).toHaveLength(facts.length);
        for (const [index, row] of rows.entries()) {
          expect(row).toHaveLength(heading.length);
          const [param = '', openid = null] = facts[index] ?? [];
          const said = {
            id: `s${index}`,
            param,
            openid: openid ?? '',
            unionid: openid ?? '',
            verdict: 'followed',
          };
          for (const [name, value] of Object.entries(said)) {
            const cell = row[heading.indexOf(name)] ?? '';
            const whole = value.toWellFormed();
            expect([whole, `'${whole}`]).toContain(cell);
            expect(cell).not.toMatch(RUNS);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});
