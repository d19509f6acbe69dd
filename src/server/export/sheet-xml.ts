/**
 * The parts of a workbook as XML, no more of the format than a plain table needs.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
import type { Cell, Column } from './table.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `styles`: text stays text also when somebody edits the cell. */
const TEXT_STYLE = 1;
const HEADING_STYLE = 2;
/** The most characters a cell holds. */
const LONGEST_TEXT = 32_767;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function asCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** XML has no way to write most control characters; OOXML writes them `_x001F_`, and so must escape what looks like that. */
export function escapeText(text: string): string {
  return (
    text
      .slice(0, LONGEST_TEXT)
      .toWellFormed()
      .replace(/_(?=x[0-9a-f]{4}_)/gi, asCode)
      .replace(/[&<>]/g, (character) => entities[character] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, asCode)
  );
}

/** A, B, … Z, AA, … */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function cell(place: string, value: Cell, style: number): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  const styled = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${place}" t="inlineStr"${styled}><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
}

/** How one row is written; prepared once for all rows. */
export function rowWriter<Row>(columns: readonly Column<Row>[]): (row: Row, number: number) => string {
  const placed = columns.map((column, index) => ({
    column,
    letters: columnLetters(index),
    style: column.identifier ? TEXT_STYLE : 0,
  }));
  return (row, number) => {
    let cells = '';
    for (const { column, letters, style } of placed) {
      cells += cell(`${letters}${number}`, column.value(row), style);
    }
    return `<row r="${number}">${cells}</row>`;
  };
}

/** Everything before the first row: widths, and a heading that stays in sight. */
export function sheetHead(columns: readonly Column<never>[]): string {
  const widths = columns.map(
    ({ name, identifier }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${identifier ? 32 : Math.max(14, name.length + 2)}" customWidth="1"/>`,
  );
  const heading = columns.map(({ name }, index) => cell(`${columnLetters(index)}1`, name, HEADING_STYLE));
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${heading.join('')}</row>`
  );
}

export const SHEET_TAIL = '</sheetData></worksheet>';

function relationships(targets: readonly [id: string, type: string, target: string][]): string {
  const items = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const styles =
  `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';

/** Every part but the sheets themselves, by path; `sheets` is how many there are. */
export function workbookParts(sheets: number, title: string): [path: string, xml: string][] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const listed = numbers.map(
    (number) =>
      `<sheet name="${number === 1 ? title : `${title} ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  const types = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return [
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbers.map((number): [string, string, string] => [
          `rId${number}`,
          'worksheet',
          `worksheets/sheet${number}.xml`,
        ]),
        [`rId${sheets + 1}`, 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${types.join('')}</Types>`,
    ],
  ];
}
