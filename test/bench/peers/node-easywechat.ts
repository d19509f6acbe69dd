/**
 * Express with node-easywechat, as its README says: two calls, the global token cached. Its configuration has the
 * address of the API (`http.baseURL`); that of the code exchange is a method of its OAuth provider, which
 * `setOAuthFactory` lets one replace.
 *
 * In its favour: the token is cached in memory (`setCache`; the README calls it `setCacher`), not in a file as by
 * default. Its range admits a newer node-socialite than it works with: package.json pins the one it does.
 */
import { appId, appSecret } from '../wechat-standin.ts';
import { servePeer } from './serve.ts';

interface Provider {
  scopes(scope: string): Provider;
  getTokenUrl(): string;
  userFromCode(code: string): Promise<{ getId(): string }>;
}
type ProviderClass = new (config: { client_id: string; client_secret: string }) => Provider;

interface Account {
  setOAuthFactory(factory: () => Provider): void;
  setCache(cacher: object): void;
  getOAuth(): Provider;
  getClient(): { get(path: string, options: { params: object }): Promise<{ toObject(): object }> };
}

interface EasyWeChat {
  OfficialAccount: new (config: object) => Account;
  CacheInterface: new () => object;
}

if (import.meta.main)
  servePeer((load, wechatUrl) => {
    const { OfficialAccount, CacheInterface } = load<EasyWeChat>('node-easywechat');
    const { default: WeChat } = load<{ default: ProviderClass }>('node-socialite/dist/Providers/WeChat');
    const app = new OfficialAccount({ app_id: appId, secret: appSecret, http: { baseURL: `${wechatUrl}/` } });
    app.setOAuthFactory(() => {
      const provider = new WeChat({ client_id: appId, client_secret: appSecret }).scopes('snsapi_base');
      provider.getTokenUrl = () => `${wechatUrl}/sns/oauth2/access_token`;
      return provider;
    });
    const cached = new Map<string, unknown>();
    const cacher = Object.assign(new CacheInterface(), {
      get: async (id: string) => cached.get(id),
      has: async (id: string) => cached.has(id),
      set: async (id: string, value: unknown) => Boolean(cached.set(id, value)),
      delete: async (id: string) => cached.delete(id),
    });
    app.setCache(cacher);

    return async (code) => {
      const user = await app.getOAuth().userFromCode(code);
      const client = app.getClient();
      const params = { openid: user.getId(), lang: 'zh_CN' };
      return (await client.get('/cgi-bin/user/info', { params })).toObject();
    };
  });
