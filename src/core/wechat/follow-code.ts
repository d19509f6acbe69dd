/**
 * The picture a visitor long-presses to follow: a temporary code of the account's, made ahead of need. A page
 * without it still works, so nothing here throws and no page ever waits for it.
 * @see https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode
 */

import type { Clock, Logger } from '../environment.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import { failureOf } from './reason.ts';
import { numberOf } from './reply.ts';
import { sameCredentials } from './token-slot.ts';
import type { WithToken } from './with-token.ts';

/** The address of the account's follow picture if there is one yet, else null; then it is being made. */
export type FollowPicture = (credentials: Credentials) => string | null;

const PICTURES = 'https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=';
/** Thirty days, the longest there is. */
const LIFE_SECONDS = 2_592_000;
const DAY_MS = 86_400_000;
const FAILURE_LASTS = 3_600_000;
const SCENE = 'followdesk';

interface Picture {
  credentials: Credentials;
  url: string | null;
  until: number;
}

export function createFollowPicture(dependencies: {
  http: WeChatHttp;
  withToken: WithToken;
  clock: Clock;
  logger: Logger;
}): FollowPicture {
  const { http, withToken, clock, logger } = dependencies;
  const pictures = new Map<string, Picture>();

  async function make(picture: Picture): Promise<void> {
    const { credentials } = picture;
    try {
      const body = {
        expire_seconds: LIFE_SECONDS,
        action_name: 'QR_STR_SCENE',
        action_info: { scene: { scene_str: SCENE } },
      };
      const reply = await withToken(credentials, (token) =>
        http.post(credentials, '/cgi-bin/qrcode/create', { access_token: token }, body),
      );
      const { ticket } = reply;
      const life = numberOf(reply.expire_seconds) * 1000 || LIFE_SECONDS * 1000;
      if (typeof ticket !== 'string' || ticket === '') throw new Error('no ticket');
      picture.url = PICTURES + encodeURIComponent(ticket);
      picture.until = clock.now() + Math.max(life - DAY_MS, life / 2);
    } catch (error) {
      logger.info({ accountId: credentials.accountId, ...failureOf(error, 'lookup') }, 'no follow picture');
      picture.until = clock.now() + FAILURE_LASTS;
    }
  }

  return function followPicture(credentials) {
    const known = pictures.get(credentials.accountId);
    if (known && clock.now() < known.until && sameCredentials(known.credentials, credentials))
      return known.url;
    // Nobody else makes it meanwhile, and a picture that is about to expire is shown until the next is there.
    const stillGood = known && known.credentials.appId === credentials.appId ? known.url : null;
    const picture: Picture = { credentials, url: stillGood, until: Number.POSITIVE_INFINITY };
    pictures.set(credentials.accountId, picture);
    void make(picture);
    return picture.url;
  };
}
