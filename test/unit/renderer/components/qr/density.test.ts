import fc from 'fast-check';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import {
  densityOf,
  leastWidth,
  printTrouble,
  readableDistance,
  roundDistance,
} from '#renderer/components/qr/density.ts';
import { qrShape } from '#renderer/components/qr/qr-shape.ts';

test('version and modules are those of the symbol the library makes', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 900, unit: 'grapheme-ascii' }), (text) => {
      const made = create(text, { errorCorrectionLevel: 'M' });
      expect(densityOf(qrShape(text))).toEqual({
        version: made.version,
        modules: made.modules.size,
        level: 'M',
      });
    }),
    { numRuns: 60 },
  );
});

test('a short link is 29 modules wide, WeChat’s own address 69, and reads from 2.4 times nearer', () => {
  const short = qrShape(`https://desk.example.com/go/${'k'.repeat(12)}`);
  const direct = qrShape('a'.repeat(300));
  expect(densityOf(short)).toMatchObject({ version: 3, modules: 29 });
  expect(densityOf(direct)).toMatchObject({ version: 13, modules: 69 });
  const [near, far] = [direct, short].map((shape) => readableDistance(100 / densityOf(shape).modules));
  expect((far ?? 0) / (near ?? 1)).toBeCloseTo(2.4, 1);
});

test('the rule is ten times the width for 25 modules', () => {
  const version2 = { side: 25 + 8 };
  expect(readableDistance(20 / 25)).toBeCloseTo(200);
  // As wide as the rule says, and the quiet zone beside it.
  expect(leastWidth(version2, 200)).toBeCloseTo((20 * 33) / 25);
});

test('what is least for a distance reads from that distance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 10, max: 20_000, noNaN: true }),
      (version, far) => {
        const shape = { side: 17 + 4 * version + 8 };
        expect(readableDistance(leastWidth(shape, far) / shape.side)).toBeCloseTo(far, 6);
      },
    ),
  );
});

test.each([
  [37, 0.7, null],
  [37, 0.68, 'side'],
  [77, 0.39, 'module'],
  [77, 0.41, null],
] as const)('%i modules of %f mm: %s', (side, module, trouble) => {
  expect(printTrouble({ side }, module)).toBe(trouble);
});

test.each([
  [3_190, { unit: 'm', amount: '3.1' }],
  [1_000, { unit: 'm', amount: '1.0' }],
  [999, { unit: 'cm', amount: '95' }],
  [260, { unit: 'cm', amount: '25' }],
])('%i mm promise no more than %o', (mm, told) => {
  expect(roundDistance(mm)).toEqual(told);
});
