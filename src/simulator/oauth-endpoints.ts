/** The `/sns` calls, and the order in which they complain about what is missing. */
import type { Apps } from './apps.ts';
import type { Endpoint } from './endpoint.ts';
import type { OAuth } from './oauth.ts';
import { isRefusal, refuse } from './refusals.ts';

export function oauthEndpoints({ apps, oauth }: { apps: Apps; oauth: OAuth }): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/sns/oauth2/access_token',
      needs: 'nothing',
      answer({ query: { appid, secret, code, grant_type: grantType } }) {
        if (!appid) return refuse(41002);
        if (!secret) return refuse(41004);
        if (!code) return refuse(41008);
        if (grantType !== 'authorization_code') return refuse(40002);
        const app = apps.open(appid, secret);
        return isRefusal(app) ? app : oauth.exchange(app, code);
      },
    },
    {
      method: 'GET',
      path: '/sns/oauth2/refresh_token',
      needs: 'nothing',
      answer({ query: { appid, grant_type: grantType, refresh_token: token } }) {
        if (!appid) return refuse(41002);
        if (grantType !== 'refresh_token') return refuse(40002);
        if (!token) return refuse(41003);
        if (apps.find(appid) === undefined) return refuse(40013);
        return oauth.refresh(appid, token);
      },
    },
    {
      method: 'GET',
      path: '/sns/userinfo',
      needs: 'nothing',
      answer({ query }) {
        const grant = oauth.check(query.access_token, query.openid);
        if (isRefusal(grant)) return grant;
        if (grant.scope !== 'snsapi_userinfo') return refuse(48001);
        const { openid, name, unionid, appId } = grant.person;
        return {
          openid,
          nickname: name,
          sex: 0,
          language: '',
          city: '',
          province: '',
          country: '',
          headimgurl: '',
          privilege: [],
          ...(apps.find(appId)?.unionBound === false ? {} : { unionid }),
        };
      },
    },
    {
      method: 'GET',
      path: '/sns/auth',
      needs: 'nothing',
      answer({ query }) {
        const grant = oauth.check(query.access_token, query.openid);
        return isRefusal(grant) ? grant : { errcode: 0, errmsg: 'ok' };
      },
    },
  ];
}
