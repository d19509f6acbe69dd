/** Whatever is typed as a public URL: refused, or kept in one form that links can be made of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorizeUrl } from '#core/wechat/authorize-url.ts';
import { AccountInput } from '#shared/model/account.ts';
import { SettingsPatch } from '#shared/model/host.ts';
import { PUBLIC_URL_RULES, publicUrlWarnings } from '#shared/model/public-url.ts';

const kind = fc.constantFrom(null, 'service' as const, 'test' as const, 'other' as const);
const pieces = fc.constantFrom('http', 'https', '://', ':', '/', '//', '@', '?', '#', '.', '..', '[::1]', '127.0.0.1', 'localhost', 'desk.example.com', 'DESK', '关注.中国', '_', ' ', '\t', '\n', '%', '%zz', '%2f', ':80', ':99999', 'user:pass@', '\ud800', '😀', '\\', '\0'); // biome-ignore format: a list
const typed = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'HTTPS://', ' https://'),
      fc.array(pieces, { maxLength: 6 }),
    )
    .map(([scheme, list]) => scheme + list.join('')),
  fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
);

test.each([
  ['an account', AccountInput.shape.publicUrl],
  ['the host', SettingsPatch.shape.publicUrl],
])('what %s keeps is kept once and for all, has no slash at its end, and makes a link', (_whose, schema) => {
  fc.assert(
    fc.property(typed, (text) => {
      const kept = schema.safeParse(text).data;
      fc.pre(typeof kept === 'string');
      expect(schema.parse(kept)).toBe(kept);
      expect(kept).not.toMatch(/\/$|^\s|\s$/);
      expect(kept).toMatch(/^https?:/i);
      const link = authorizeUrl({
        authorizeBaseUrl: 'https://open.weixin.qq.com',
        appId: 'wx0123456789abcdef',
        redirectUri: `${kept}/callback`,
        scope: 'snsapi_base',
        state: 'a',
      });
      expect(new URL(link).searchParams.get('redirect_uri')).toBe(`${kept}/callback`);
    }),
    { numRuns: 2000, examples: [['https://desk.example.com/ //']] },
  );
});

test('the warnings never fail, are each one of the rules and told once, in their order', () => {
  fc.assert(
    fc.property(typed, kind, (text, as) => {
      const warnings = publicUrlWarnings(text, as);
      expect(warnings).toEqual(PUBLIC_URL_RULES.filter((rule) => warnings.includes(rule)));
      expect(publicUrlWarnings(text, as)).toEqual(warnings);
      if (as === 'test') return;
      expect(warnings.includes('not_https')).toBe(!/^https:/i.test(text) && !warnings.includes('not_a_url'));
    }),
    { numRuns: 1000 },
  );
});
