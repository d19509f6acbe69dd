import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_MODULE_MM } from '#renderer/components/qr/density.ts';
import { QUIET_ZONE, qrShape } from '#renderer/components/qr/qr-shape.ts';
import type { Gate, PosterChoices } from '#renderer/posters/choices.ts';
import { composeSheets, type Poster } from '#renderer/posters/compose.ts';
import { type Box, PAPERS, type PaperName, PER_SHEET } from '#renderer/posters/papers.ts';
import { measure } from './measure.ts';

const choices: PosterChoices = {
  paper: 'A4',
  perSheet: 4,
  title: '开放日签到',
  line: '微信扫一扫',
  showName: true,
  showLink: true,
  cutMarks: true,
  stamp: null,
};
const gate = (index: number, name = `入口 ${index}`): Gate => {
  const link = `https://desk.example.com/go/abcdefg${String(index).padStart(3, '0')}`;
  return { id: String(index), name, link, shape: qrShape(link) };
};
const gates = (count: number) => Array.from({ length: count }, (_, index) => gate(index));

/** What the words of a poster cover. */
function inkOf({ texts }: Poster): Box[] {
  return texts.map(({ text, x, y, size, weight, align }) => {
    const width = measure(text, weight) * size;
    return { x: align === 'center' ? x - width / 2 : x, y: y - 0.88 * size, width, height: 1.1 * size };
  });
}

function overlap(one: Box, other: Box): boolean {
  const slack = 1e-6;
  return (
    one.x + slack < other.x + other.width &&
    other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height &&
    other.y + slack < one.y + one.height
  );
}

function inside(inner: Box, outer: Box): boolean {
  const slack = 1e-6;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

test('whatever is printed: nothing overlaps, nothing leaves its poster, the quiet zone stays white', () => {
  const words = fc.string({ unit: fc.constantFrom('门', '签', 'a', 'W', ' ', '1', '，'), maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(...(Object.keys(PAPERS) as PaperName[])),
      fc.constantFrom(...PER_SHEET),
      words,
      words,
      fc.boolean(),
      fc.boolean(),
      (names, paper, perSheet, title, line, showName, showLink) => {
        const given = { ...choices, paper, perSheet, title, line, showName, showLink };
        const sheets = composeSheets(
          names.map((name, at) => gate(at, name)),
          given,
          measure,
        );
        expect(sheets.flatMap(({ posters }) => posters.map((poster) => poster.gate.id))).toEqual(
          names.map((_, at) => String(at)),
        );
        for (const { width, height, posters } of sheets) {
          const page = { x: 0, y: 0, width, height };
          for (const [at, poster] of posters.entries()) {
            const { cell, code } = poster;
            const ink = inkOf(poster);
            expect(inside(cell, page)).toBe(true);
            // The box is the whole symbol with its quiet zone: who keeps out of it keeps that white.
            expect(code.shape.side).toBe(29 + 2 * QUIET_ZONE);
            expect(code.box.width).toBeCloseTo(code.box.height, 6);
            expect(code.box.width / code.shape.side).toBeGreaterThan(LEAST_MODULE_MM);
            for (const [index, box] of [code.box, ...ink].entries()) {
              expect(inside(box, cell)).toBe(true);
              for (const other of [code.box, ...ink].slice(index + 1))
                expect(overlap(box, other)).toBe(false);
            }
            for (const other of posters.slice(at + 1)) expect(overlap(cell, other.cell)).toBe(false);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a poster whose name takes two lines has its code where the others have theirs', () => {
  const [sheet] = composeSheets(
    [gate(1), gate(2, '一个名字很长很长、怎么也放不进一行里的签到入口')],
    choices,
    measure,
  );
  const [one, two] = sheet?.posters ?? [];
  expect(two?.texts.length).toBeGreaterThan(one?.texts.length ?? 0);
  const place = (poster: Poster | undefined) => [
    (poster?.code.box.y ?? 0) - (poster?.cell.y ?? 0),
    poster?.code.box.width,
  ];
  expect(place(two)).toEqual(place(one));
});

test('thirteen gates with twelve on a sheet are two sheets', () => {
  const sheets = composeSheets(gates(13), { ...choices, perSheet: 12 }, measure);
  expect(sheets.map(({ posters }) => posters.length)).toEqual([12, 1]);
  expect(composeSheets([], choices, measure)).toEqual([]);
});

test('a stamp takes the link’s place, whether links are shown or not', () => {
  const [sheet] = composeSheets(gates(1), { ...choices, showLink: false, stamp: '试印' }, measure);
  const words = sheet?.posters[0]?.texts.map(({ text }) => text);
  expect(words).toContain('试印');
  expect(words?.join(' ')).not.toContain('desk.example.com');
});

test('one poster per sheet needs no cutting', () => {
  expect(composeSheets(gates(1), { ...choices, perSheet: 1 }, measure)[0]?.cutMarks).toEqual([]);
  expect(composeSheets(gates(1), { ...choices, cutMarks: false }, measure)[0]?.cutMarks).toEqual([]);
  expect(composeSheets(gates(1), choices, measure)[0]?.cutMarks.length).toBeGreaterThan(0);
});
