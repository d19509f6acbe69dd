/** The follow picture: made in the background, kept for weeks, never in anybody's way. */
import { expect, it, vi } from 'vitest';
import { createFollowPicture } from '#core/wechat/follow-code.ts';
import { type Answer, NEW_TOKENS, Raw } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const ENDPOINT = '/cgi-bin/qrcode/create';
const DAY = 86_400_000;
const TICKET = {
  ticket: 'gQH/+8=',
  expire_seconds: 2_592_000,
  url: 'http://weixin.qq.com/q/kZgfwMTm72WWPkovabbI',
};
const PICTURE = 'https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQH%2F%2B8%3D';

async function drawing(answer: (nth: number) => Answer) {
  const bench = await setUp({ ...NEW_TOKENS, [ENDPOINT]: (_call, nth) => answer(nth) });
  const followPicture = createFollowPicture(bench);
  return { ...bench, followPicture };
}

it('answers at once and has the picture a little later', async () => {
  const { followPicture, credentials, wechat } = await drawing(() => TICKET);
  expect([followPicture(credentials), followPicture(credentials)]).toEqual([null, null]);
  await vi.waitFor(() => expect(followPicture(credentials)).toBe(PICTURE));
  expect(wechat.calls.filter(({ path }) => path === ENDPOINT)).toMatchObject([
    {
      method: 'POST',
      body: {
        expire_seconds: 2_592_000,
        action_name: 'QR_STR_SCENE',
        action_info: { scene: { scene_str: 'followdesk' } },
      },
    },
  ]);
});

it('keeps it until a day before it expires, and shows it until the next is there', async () => {
  const { followPicture, credentials, wechat, clock } = await drawing(() => TICKET);
  followPicture(credentials);
  await vi.waitFor(() => expect(followPicture(credentials)).toBe(PICTURE));
  clock.advance(29 * DAY - 1);
  expect(followPicture(credentials)).toBe(PICTURE);
  expect(wechat.count(ENDPOINT)).toBe(1);
  clock.advance(1);
  expect(followPicture(credentials)).toBe(PICTURE);
  await vi.waitFor(() => expect(wechat.count(ENDPOINT)).toBe(2));
});

it.each([
  ['a refusal', { errcode: 48001 }],
  ['a reply without a ticket', {}],
  ['a page', new Raw(200, '<html></html>')],
])('does without for an hour after %s', async (_case, answer) => {
  const { followPicture, credentials, wechat, clock, logger, tokens } = await drawing((nth) =>
    nth === 1 ? answer : TICKET,
  );
  expect(followPicture(credentials)).toBeNull();
  await vi.waitFor(() => expect(logger.lines.some((line) => line.includes('no follow picture'))).toBe(true));
  clock.advance(3_599_999);
  expect(followPicture(credentials)).toBeNull();
  // Time enough for a call that must not be.
  await tokens.refresh(credentials);
  expect(wechat.count(ENDPOINT)).toBe(1);
  clock.advance(1);
  followPicture(credentials);
  await vi.waitFor(() => expect(followPicture(credentials)).toBe(PICTURE));
});

it('tries again when the credentials are new, and forgets the picture of another AppID', async () => {
  const { followPicture, credentials, wechat } = await drawing(() => TICKET);
  followPicture(credentials);
  await vi.waitFor(() => expect(followPicture(credentials)).toBe(PICTURE));
  expect(followPicture({ ...credentials, appSecret: 'typed-again' })).toBe(PICTURE);
  expect(followPicture({ ...credentials, appId: 'wxanother' })).toBeNull();
  await vi.waitFor(() => expect(wechat.count(ENDPOINT)).toBe(3));
});
