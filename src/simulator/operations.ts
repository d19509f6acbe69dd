/**
 * The calls an operator's tool makes about the platform itself: addresses, quotas, and what became of a rid.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getapiquota
 */
import type { Endpoint } from './endpoint.ts';
import type { Quota } from './quota.ts';
import { isRefusal, type RefusalLog, readJson, refuse } from './refusals.ts';

export function operationEndpoints({ quota, refusals }: { quota: Quota; refusals: RefusalLog }): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/cgi-bin/getcallbackip',
      needs: 'token',
      answer: () => ({ ip_list: ['198.51.100.0/25', '198.51.100.200'] }),
    },
    {
      method: 'GET',
      path: '/cgi-bin/get_api_domain_ip',
      needs: 'token',
      answer: () => ({ ip_list: ['192.0.2.10', '192.0.2.11', '192.0.2.12'] }),
    },
    {
      method: 'POST',
      path: '/cgi-bin/openapi/quota/get',
      needs: 'token',
      answer({ app, body }) {
        const json = readJson(body);
        if (isRefusal(json)) return json;
        const path = json.value.cgi_path;
        if (typeof path === 'string' && path.startsWith('/sns/')) return refuse(76022);
        const state = typeof path === 'string' ? quota.read(app.appId, path) : undefined;
        return state === undefined ? refuse(76021) : { errcode: 0, errmsg: 'ok', quota: state };
      },
    },
    {
      method: 'POST',
      path: '/cgi-bin/openapi/rid/get',
      needs: 'token',
      answer({ app, body }) {
        const json = readJson(body);
        if (isRefusal(json)) return json;
        const { rid } = json.value;
        if (typeof rid !== 'string' || !/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/.test(rid)) {
          return refuse(76002);
        }
        const call = refusals.find(rid);
        if (call === undefined) return refuse(76001);
        if (call.path.startsWith('/sns/')) return refuse(76022);
        if (call.appId !== undefined && call.appId !== app.appId) return refuse(76003);
        return {
          errcode: 0,
          errmsg: 'ok',
          request: {
            invoke_time: Math.floor(call.at / 1000),
            cost_in_ms: 1,
            request_url: call.url,
            request_body: call.body,
            response_body: JSON.stringify({ errcode: call.refusal.errcode, errmsg: call.refusal.errmsg }),
            client_ip: call.clientIp,
          },
        };
      },
    },
    {
      method: 'POST',
      path: '/cgi-bin/clear_quota',
      needs: 'token',
      answer({ app, body }) {
        const json = readJson(body);
        if (isRefusal(json)) return json;
        if (json.value.appid !== app.appId) return refuse(40013);
        return quota.clear(app.appId) ? { errcode: 0, errmsg: 'ok' } : refuse(48006);
      },
    },
  ];
}
