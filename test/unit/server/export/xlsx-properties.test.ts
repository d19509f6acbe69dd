/** Any text through a workbook: legal XML, and after two independent readings what it was. */
import fc from 'fast-check';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { columnLetters, escapeText } from '#server/export/sheet-xml.ts';
import { fields } from '#server/export/table.ts';
import { writeXlsx } from '#server/export/xlsx.ts';
import { bytesOf } from './an-app.ts';

const pieces = fc.constantFrom('_', '_x', '_x0041_', 'x0041_', '_x005F_', '_X000d_', '&', '&amp;', '<', '>', ']]>', '\r', '\n', '\0', '\u001f', '\ufffe', '\ud83d', '\udc4b', '👋🏽', '=1', ' '); // biome-ignore format: a list
const text = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** As ECMA-376 has it (22.9.2.19, ST_Xstring), after an XML parser. */
function decoded(xml: string): string {
  return xml
    .replace(/&(amp|lt|gt);/g, (_whole, name) => ({ amp: '&', lt: '<', gt: '>' })[name as 'amp'])
    .replace(/_x([0-9a-f]{4})_/gi, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

test('escaped text is legal XML and decodes to what it was', () => {
  fc.assert(
    fc.property(text, (said) => {
      const xml = escapeText(said);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[<>]|&(?!amp;|lt;|gt;)/);
      expect(xml.isWellFormed()).toBe(true);
      expect(decoded(xml)).toBe(said.toWellFormed());
    }),
    { numRuns: 1000 },
  );
});

test('a reader that is not ours finds every text where it stood', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        text.filter((said) => said !== ''),
        { minLength: 1, maxLength: 20 },
      ),
      async (said) => {
        const rows = said.map((openid, visits) => ({ openid, visits }));
        const table = { columns: fields(['openid', 'visits']), rows, record: (row: object) => row };
        const [sheet] = await readSheets(await bytesOf({ chunks: writeXlsx(table) }), { trim: false });
        const found = (sheet?.data ?? []).slice(1);
        // XML itself makes one line end of three.
        expect(found.map(([openid]) => openid)).toEqual(said.map((one) => one.toWellFormed()));
        expect(found.map(([, visits]) => visits)).toEqual(said.map((_one, index) => index));
      },
    ),
    { numRuns: 40 },
  );
});

test('no two columns share their letters', () => {
  fc.assert(
    fc.property(fc.nat(16_383), fc.nat(16_383), (one, other) => {
      expect(columnLetters(one)).toMatch(/^[A-Z]{1,3}$/);
      expect(columnLetters(one) === columnLetters(other)).toBe(one === other);
    }),
  );
});
