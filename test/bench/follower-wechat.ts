/**
 * The WeChat of a large directory, in a process of its own: as many followers as were put into the database, each
 * as they were put there, but for one in a hundred whose remark somebody changed at WeChat meanwhile. It answers at
 * once, so a sync is as busy as it can be.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { followerNumber } from './fill-followers.ts';
import { helperArgument, serveParent } from './helpers.ts';
import { accessToken } from './wechat-standin.ts';

const PAGE = 10_000;

function startFollowerWeChat(followers: number): void {
  const openids = Array.from({ length: followers }, (_, index) => followerNumber(index, followers).openid);
  const places = new Map(openids.map((openid, index) => [openid, index]));

  function userOf(openid: string): object {
    const index = places.get(openid) ?? 0;
    const { unionid, remark, tagIds, subscribeTime, subscribeScene } = followerNumber(index, followers);
    return {
      subscribe: 1,
      openid,
      subscribe_time: subscribeTime === null ? 0 : Date.parse(subscribeTime) / 1000,
      ...(unionid === null ? {} : { unionid }),
      remark: index % 100 === 0 ? `改过 ${index}` : (remark ?? ''),
      tagid_list: tagIds,
      ...(subscribeScene === null ? {} : { subscribe_scene: subscribeScene }),
    };
  }

  async function answerTo(request: IncomingMessage): Promise<object> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bench');
    if (pathname === '/cgi-bin/user/get') {
      const next = searchParams.get('next_openid') ?? '';
      const start = next === '' ? 0 : (places.get(next) ?? 0) + 1;
      const page = openids.slice(start, start + PAGE);
      const data = { openid: page };
      return { total: followers, count: page.length, data, next_openid: page.at(-1) ?? '' };
    }
    if (pathname !== '/cgi-bin/user/info/batchget') return { access_token: accessToken, expires_in: 7200 };
    const { user_list: asked } = JSON.parse(await text(request)) as { user_list: { openid: string }[] };
    return { user_info_list: asked.map(({ openid }) => userOf(openid)) };
  }

  const server = createServer(async (request, response) => {
    const answer = JSON.stringify(await answerTo(request));
    response.setHeader('content-type', 'application/json').end(answer);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    serveParent<object, object>({ url: `http://127.0.0.1:${port}` }, () => ({}));
  });
}

if (import.meta.main) startFollowerWeChat(helperArgument<{ followers: number }>().followers);
