/**
 * What one call to WeChat costs the caller: our client, bare undici, and axios with its own HTTP adapter. A
 * process of its own, because it measures its own CPU.
 */
import axios from 'axios';
import { Pool } from 'undici';
import { createWeChatHttp } from '#core/wechat/http.ts';
import { helperArgument, serveParent } from './helpers.ts';
import { accessToken } from './wechat-standin.ts';

export interface ClientCostOptions {
  wechatUrl: string;
}
export interface ClientCostQuestion {
  milliseconds: number;
}
/** CPU milliseconds per call. */
export interface ClientCosts {
  followdesk: number;
  undici: number;
  axios: number;
}

type Call = (openid: string) => Promise<unknown>;

const atOnce = 64;
const path = '/cgi-bin/user/info';

function quiet(): void {}

function clients(wechatUrl: string): Record<keyof ClientCosts, Call> {
  const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const http = createWeChatHttp({ clock: { now: Date.now }, logger });
  const pool = new Pool(wechatUrl, { connections: atOnce, pipelining: 1 });
  const target = { apiBaseUrl: wechatUrl };
  const queryOf = (openid: string) => ({ access_token: accessToken, openid, lang: 'zh_CN' });
  return {
    followdesk: (openid) => http.get(target, path, queryOf(openid)),
    undici: (openid) =>
      new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        pool.dispatch(
          {
            method: 'GET',
            path: `${path}?access_token=${accessToken}&openid=${encodeURIComponent(openid)}&lang=zh_CN`,
          },
          {
            onRequestStart: quiet,
            onResponseStart: quiet,
            onResponseData: (_controller, chunk) => void chunks.push(chunk),
            onResponseEnd: () => resolve(JSON.parse(Buffer.concat(chunks).toString())),
            onResponseError: (_controller, error) => reject(error),
          },
        );
      }),
    axios: (openid) => axios.get(`${wechatUrl}${path}`, { params: queryOf(openid), timeout: 8000 }),
  };
}

async function costOf(call: Call, milliseconds: number): Promise<number> {
  const endsAt = performance.now() + milliseconds;
  let calls = 0;
  async function caller(): Promise<void> {
    while (performance.now() < endsAt) {
      calls += 1;
      await call(`obench${String(calls).padStart(22, '0')}`);
    }
  }
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, caller));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

const { followdesk, undici, axios: plainAxios } = clients(helperArgument<ClientCostOptions>().wechatUrl);

serveParent<ClientCostQuestion, ClientCosts>({}, async ({ milliseconds }) => ({
  followdesk: await costOf(followdesk, milliseconds),
  undici: await costOf(undici, milliseconds),
  axios: await costOf(plainAxios, milliseconds),
}));
