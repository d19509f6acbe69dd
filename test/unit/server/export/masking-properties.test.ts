/** Masked means masked: of no openid more than its ends is left, wherever it stood. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskOpenid, maskOpenids } from '#core/redact.ts';
import { masked, maskedWithin } from '#server/export/masking.ts';

const openid = fc.stringMatching(/^o[A-Za-z0-9_-]{27}$/);
const any = fc.string({ unit: 'binary', maxLength: 40 });

test.each([
  ['in a log', (whole: string) => maskOpenid(whole), 5, 4],
  ['in a file', (whole: string) => masked({ openid: whole, unionid: null }).openid ?? '', 4, 4],
])('%s nothing but the ends is left, and the same of the same', (_where, mask, head, tail) => {
  fc.assert(
    fc.property(fc.oneof(openid, any), (whole) => {
      const shown = mask(whole);
      expect(mask(whole)).toBe(shown);
      const characters = [...whole];
      expect([...shown].length).toBeLessThanOrEqual(head + tail + 1);
      if (characters.length > head + tail) {
        expect(shown).toBe(`${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`);
      } else expect(['', '…']).toContain(shown);
    }),
  );
});

test('a row keeps everything but its identifiers, and none where there was none', () => {
  fc.assert(
    fc.property(fc.option(any), fc.option(any), any, (one, other, param) => {
      const row = masked({ openid: one, unionid: other, param });
      expect(row.param).toBe(param);
      expect([row.openid === null, row.unionid === null]).toEqual([one === null, other === null]);
    }),
  );
});

test('in WeChat’s reply none can be read, at any depth', () => {
  const reply = openid.chain((whole) =>
    fc.tuple(
      fc.constant(whole),
      fc.object({ values: [fc.constant(whole), any.map((text) => text + whole + text), fc.integer()] }),
    ),
  );
  fc.assert(
    fc.property(reply, ([whole, value]) => {
      expect(JSON.stringify(maskedWithin(value, [whole]))).not.toContain(whole);
    }),
  );
});

test('in any line of a log none can be read, and masking twice changes nothing', () => {
  const glue = fc.constantFrom(
    ' ',
    '"',
    '=',
    '&',
    '/',
    ',',
    '{"openid":"',
    '","openid_list":["',
    '\n',
    ':',
    '。',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(glue, openid), { minLength: 1, maxLength: 5 }), (pieces) => {
      const line = `${pieces.map(([before, whole]) => before + whole).join('')} `;
      const once = maskOpenids(line);
      for (const [, whole] of pieces) expect(once).not.toContain(whole);
      expect(maskOpenids(once)).toBe(once);
    }),
  );
});
