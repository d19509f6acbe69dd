/** The account's own codes: made, drawn, scanned, followed through. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

const create = '/cgi-bin/qrcode/create';

async function openCodes() {
  let now = 1_790_000_000_000;
  const client = await openClient({ clock: () => now });
  const access = { access_token: await client.token() };
  return {
    ...client,
    access,
    make: (body: unknown) => client.post(create, body, access),
    picture: (ticket: unknown) =>
      fetch(`${client.simulator.url}/cgi-bin/showqrcode?${new URLSearchParams({ ticket: `${ticket}` })}`),
    wait(ms: number) {
      now += ms;
    },
  };
}

const text = (scene: string) => ({
  action_name: 'QR_STR_SCENE',
  action_info: { scene: { scene_str: scene } },
});

test('a temporary code is drawn until it expires', async () => {
  const { make, picture, wait } = await openCodes();
  const answer = await make({ ...text('desk'), expire_seconds: 120 });
  expect(answer).toEqual({
    ticket: expect.stringMatching(/^gQ.{40}==$/),
    expire_seconds: 120,
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/q\?ticket=/),
  });
  const drawn = await picture(answer.ticket);
  expect(drawn.headers.get('content-type')).toContain('image/svg+xml');
  expect(await drawn.text()).toMatch(/^<svg .*<path .*<\/svg>$/);
  wait(120_000);
  expect((await picture(answer.ticket)).status).toBe(404);
  expect((await picture('made up')).status).toBe(404);
});

test('lifetimes: a minute unless said, thirty days at most, for ever when permanent', async () => {
  const { make, picture, wait } = await openCodes();
  expect(await make(text('a'))).toMatchObject({ expire_seconds: 60 });
  expect(await make({ ...text('a'), expire_seconds: 9_999_999 })).toMatchObject({
    expire_seconds: 2_592_000,
  });
  const permanent = await make({
    action_name: 'QR_LIMIT_SCENE',
    action_info: { scene: { scene_id: 100_000 } },
  });
  expect(permanent).not.toHaveProperty('expire_seconds');
  wait(400 * 86_400_000);
  expect((await picture(permanent.ticket)).status).toBe(200);
});

test.each([
  ['a text too long', text('x'.repeat(65)), 40035],
  ['no text', text(''), 40035],
  ['a number for a text', { ...text('x'), action_name: 'QR_SCENE' }, 40035],
  ['zero', { action_name: 'QR_SCENE', action_info: { scene: { scene_id: 0 } } }, 40035],
  [
    'a permanent number too high',
    { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 100_001 } } },
    40035,
  ],
  ['no action', {}, 40035],
  ['no time at all', { ...text('x'), expire_seconds: 0 }, 40035],
  ['no JSON', 'action_name=QR_SCENE', 47001],
])('%s is refused', async (_, body, errcode) => {
  const { make } = await openCodes();
  expect(await make(body)).toMatchObject({ errcode });
});

test('only verified service accounts and test accounts have them', async () => {
  const { make, simulator } = await openCodes();
  simulator.configure({ kind: 'subscription' });
  expect(await make(text('desk'))).toMatchObject({ errcode: 48001 });
  simulator.configure({ kind: 'test' });
  expect(await make(text('desk'))).toHaveProperty('ticket');
});

test('who follows through a code carries its scene', async () => {
  const { make, get, access, openid, appId } = await openCodes();
  const { url } = await make(text('desk'));
  const scanned = await fetch(`${url}`);
  expect(new URL(scanned.url).pathname).toBe(`/phone/account/${appId}`);
  const body = new URLSearchParams({ openid: openid('stranger'), follow: '1' });
  expect((await fetch(scanned.url, { method: 'POST', body })).url).toBe(scanned.url);
  expect(await get('/cgi-bin/user/info', { ...access, openid: openid('stranger') })).toMatchObject({
    subscribe: 1,
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: 0,
    qr_scene_str: 'desk',
  });
});
