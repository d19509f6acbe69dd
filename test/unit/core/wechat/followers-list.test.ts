/** Pages of openids, however WeChat leaves things out. */
import { expect, it } from 'vitest';
import { createFollowersPage } from '#core/wechat/followers-list.ts';
import { NEW_TOKENS } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const ENDPOINT = '/cgi-bin/user/get';

async function reading(reply: object) {
  const bench = await setUp({ ...NEW_TOKENS, [ENDPOINT]: () => reply });
  const followersPage = createFollowersPage(bench);
  return { ...bench, page: (next: string) => followersPage(bench.credentials, next) };
}

it('reads a page and where the next one begins', async () => {
  const { page, wechat } = await reading({
    total: 23_000,
    count: 2,
    data: { openid: ['o1', 'o2'] },
    next_openid: 'o2',
  });
  expect(await page('o0')).toEqual({ total: 23_000, count: 2, openids: ['o1', 'o2'], nextOpenid: 'o2' });
  expect(wechat.calls.at(-1)?.query).toMatchObject({ next_openid: 'o0' });
});

it.each([
  ['no data', { total: 2, count: 0, next_openid: '' }, 2],
  [
    'an empty list that names a next openid',
    { total: 2, count: 0, data: { openid: [] }, next_openid: 'o2' },
    2,
  ],
  ['nothing at all', {}, 0],
  ['nonsense', { total: 'x', count: null, data: 5, next_openid: 7 }, 0],
])('ends with %s', async (_case, reply, total) => {
  const { page } = await reading(reply);
  expect(await page('o2')).toEqual({ total, count: 0, openids: [], nextOpenid: '' });
});

it('leaves out what is no openid, as in the documentation’s own sample', async () => {
  const { page } = await reading({ total: 2, count: 2, data: { openid: ['', 'OPENID1', 'OPENID2'] } });
  expect((await page('')).openids).toEqual(['OPENID1', 'OPENID2']);
});
