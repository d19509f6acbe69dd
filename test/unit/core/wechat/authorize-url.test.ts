/** The authorize link: the platform matches its exact shape. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { authorizeUrl } from '#core/wechat/authorize-url.ts';

const parts = {
  authorizeBaseUrl: 'https://open.weixin.qq.com',
  appId: 'wx0123456789abcdef',
  redirectUri: 'https://desk.example.com/callback',
  scope: 'snsapi_base',
  state: 'a1b2c3',
} as const;

it('is the link of the documentation, to the letter', () => {
  expect(authorizeUrl(parts)).toBe(
    'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef' +
      '&redirect_uri=https%3A%2F%2Fdesk.example.com%2Fcallback' +
      '&response_type=code&scope=snsapi_base&state=a1b2c3#wechat_redirect',
  );
});

it('keeps the order, the encoding and the fragment for every account, address and state', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).map((rest) => `https://desk.example.com/callback?a=1&b=${rest}#`),
      fc.stringMatching(/^wx[0-9a-f]{16}$/),
      fc.stringMatching(/^[a-z0-9]{32,128}$/),
      fc.constantFrom('snsapi_base' as const, 'snsapi_userinfo' as const),
      (redirectUri, appId, state, scope) => {
        const link = authorizeUrl({ ...parts, redirectUri, appId, state, scope });
        const url = new URL(link);
        expect([...url.searchParams]).toEqual([
          ['appid', appId],
          ['redirect_uri', redirectUri],
          ['response_type', 'code'],
          ['scope', scope],
          ['state', state],
        ]);
        expect(link.endsWith('#wechat_redirect')).toBe(true);
        expect(link.split('#')).toHaveLength(2);
      },
    ),
  );
});

it('goes to the host the account names', () => {
  const link = authorizeUrl({ ...parts, authorizeBaseUrl: 'http://127.0.0.1:8080/weixin' });
  expect(link.startsWith('http://127.0.0.1:8080/weixin/connect/oauth2/authorize?appid=')).toBe(true);
});
