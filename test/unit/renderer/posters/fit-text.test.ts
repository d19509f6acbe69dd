import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText } from '#renderer/posters/fit-text.ts';
import { measure } from './measure.ts';

const wish = { weight: 400, most: 10, least: 4, lines: 2 } as const;
const linesOf = (text: string, width: number, lines = 2) =>
  fitText({ ...wish, text, lines }, width, measure).lines;

test('what fits stays on one line and as large as it may be', () => {
  expect(fitText({ ...wish, text: ' 大门 ' }, 30, measure)).toEqual({ size: 10, lines: ['大门'] });
  expect(fitText({ ...wish, text: ' ' }, 30, measure).lines).toEqual([]);
});

test('words break between words, Chinese anywhere but before its punctuation', () => {
  expect(linesOf('Front door', 40)).toEqual(['Front', 'door']);
  expect(linesOf('一号展厅大门', 40)).toEqual(['一号展厅', '大门']);
  expect(linesOf('一号展厅，大门', 40)).toEqual(['一号展', '厅，大门']);
});

test('what is too long gets smaller, and at last is cut with a mark', () => {
  const small = fitText({ ...wish, text: 'x'.repeat(30), lines: 1 }, 80, measure);
  expect(small.size).toBeLessThan(10);
  expect(small.lines).toEqual(['x'.repeat(30)]);
  expect(linesOf('门'.repeat(90), 40, 1)).toEqual(['门门门门门门门门门…']);
});

test('no line is ever wider than its place, and nothing is lost that was not cut', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'W', '门', '口', '，', ' ', '😀', '-'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      word,
      fc.double({ min: 8, max: 200, noNaN: true }),
      fc.constantFrom(1, 2),
      (text, width, lines) => {
        const fitted = fitText({ ...wish, text, lines }, width, measure);
        expect(fitted.lines.length).toBeLessThanOrEqual(lines);
        expect(fitted.size).toBeLessThanOrEqual(wish.most);
        for (const line of fitted.lines)
          expect(measure(line, 400) * fitted.size).toBeLessThanOrEqual(width + 1e-9);
        const bare = (piece: string) => piece.replaceAll(/\s/g, '');
        const whole = bare(fitted.lines.join(''));
        if (whole.endsWith('…')) expect(bare(text).startsWith(whole.slice(0, -1))).toBe(true);
        else expect(whole).toBe(bare(text));
      },
    ),
  );
});
