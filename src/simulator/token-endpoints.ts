/** The two calls that turn an AppSecret into a global access_token, and the order in which they complain. */
import type { Apps } from './apps.ts';
import type { Endpoint } from './endpoint.ts';
import { isListed, refuseIp } from './ip-refusal.ts';
import { isRefusal, type Refusal, readJson, refuse } from './refusals.ts';
import type { Tokens } from './tokens.ts';

export function tokenEndpoints({ apps, tokens }: { apps: Apps; tokens: Tokens }): Endpoint[] {
  function openApp(parameters: Readonly<Record<string, unknown>>): { appId: string } | Refusal {
    const { grant_type: grantType, appid, secret } = parameters;
    if (grantType !== 'client_credential') return refuse(40002);
    if (typeof appid !== 'string' || appid === '') return refuse(41002);
    if (typeof secret !== 'string' || secret === '') return refuse(41004);
    const app = apps.open(appid, secret);
    if (isRefusal(app)) return app;
    if (app.secretState === 'frozen') return refuse(40243);
    return isListed(app) ? app : refuseIp(app);
  }

  return [
    {
      method: 'GET',
      path: '/cgi-bin/token',
      needs: 'nothing',
      answer({ query }) {
        const app = openApp(query);
        return isRefusal(app) ? app : tokens.fetchPlain(app.appId);
      },
    },
    {
      method: 'POST',
      path: '/cgi-bin/stable_token',
      needs: 'nothing',
      // Parameters in the query string are not read: the call takes JSON only.
      answer({ body }) {
        const json = readJson(body);
        if (isRefusal(json)) return json;
        const app = openApp(json.value);
        if (isRefusal(app)) return app;
        const force = json.value.force_refresh ?? false;
        if (typeof force !== 'boolean') return refuse(47001);
        return tokens.fetchStable(app.appId, force);
      },
    },
  ];
}
