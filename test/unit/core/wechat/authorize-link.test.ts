/** The authorize link before a reader as strict as WeChat: the simulator opens every one, and nothing is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorizeUrl } from '#core/wechat/authorize-url.ts';
import { AccountInput } from '#shared/model/account.ts';
import { Scope } from '#shared/model/entry.ts';
import { createApps } from '#simulator/apps.ts';
import { readAuthorizeLink } from '#simulator/authorize.ts';
import { startSimulator } from '#simulator/platform.ts';

const app = { appId: 'wx0123456789abcdef', appSecret: 'a'.repeat(32), name: '甲' };
/** WeChat opens no link of more than 2048 characters, and some phones none of more than 1000. */
const LONGEST = 2048;

const path = fc.array(fc.oneof(fc.webSegment(), fc.string({ unit: 'grapheme', maxLength: 8 })), {
  maxLength: 4,
});
/** Public URLs as the account's form lets them in. */
const publicUrl = fc
  .tuple(fc.constantFrom('https', 'http'), fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 })), path)
  .map(
    ([scheme, host, port, parts]) =>
      `${scheme}://${host}${port === null ? '' : `:${port}`}/${parts.join('/')}`,
  )
  .map((url) => AccountInput.shape.publicUrl.safeParse(url).data)
  .filter((url) => typeof url === 'string');
const parts = fc.record({
  authorizeBaseUrl: fc.constant('https://open.weixin.qq.com'),
  appId: fc.constant(app.appId),
  redirectUri: publicUrl.map((url) => `${url}/callback`),
  scope: fc.constantFrom(...Scope.options),
  state: fc.stringMatching(/^[a-z0-9]{1,128}$/),
});

test('every link is read by the simulator, and says what it was made of', () => {
  const apps = createApps([app]);
  fc.assert(
    fc.property(parts, (made) => {
      const link = authorizeUrl(made);
      expect(link).toMatch(/^[\x21-\x7e]+$/);
      expect(link.length).toBeLessThan(LONGEST);
      const { search, hash } = new URL(link);
      expect(hash).toBe('#wechat_redirect');
      const { redirectUri, scope, state } = made;
      expect(readAuthorizeLink(search.slice(1), apps)).toMatchObject({ redirectUri, scope, state });
    }),
    { numRuns: 300 },
  );
});

test('the phone comes back to the callback with its state, whatever address and state', async () => {
  const simulator = await startSimulator({ apps: [app] });
  try {
    await fc.assert(
      fc.asyncProperty(parts, async (made) => {
        const [link] = authorizeUrl({ ...made, authorizeBaseUrl: simulator.url }).split('#');
        const answer = await fetch(`${link}&as=follower`, { redirect: 'manual' });
        expect(answer.status).toBe(302);
        const location = new URL(answer.headers.get('location') ?? '');
        expect(location.searchParams.get('state')).toBe(made.state);
        expect(location.searchParams.get('code')).toMatch(/^\w{16,}$/);
        expect(location.href.split('?')[0]).toBe(new URL(made.redirectUri).href.split('?')[0]);
      }),
      { numRuns: 40 },
    );
  } finally {
    await simulator.close();
  }
});
