/**
 * Express with wechat-oauth for the code and co-wechat-api for the person, as their READMEs say: two calls, the
 * global token cached. co-wechat-api has its address in a property (`prefix`); wechat-oauth has it in the middle of
 * a method, so its public `request` is wrapped to put the stand-in's in its place.
 *
 * In their favour: no user token is stored. Left as it comes: wechat-oauth opens a connection for every code. With
 * `setOpts({ agent: new Agent({ keepAlive: true }) })` the pair made 2,122 callbacks/s where FollowDesk made 4,355.
 */
import { appId, appSecret } from '../wechat-standin.ts';
import { servePeer } from './serve.ts';

type Done<Result> = (error: Error | null, result: Result) => void;

interface OAuth {
  request(url: string, options: object, done: Done<object>): void;
  getAccessToken(code: string, done: Done<{ data: { openid: string } }>): void;
}
type OAuthClass = new (
  appId: string,
  appSecret: string,
  getToken: (openid: string, done: Done<null>) => void,
  saveToken: (openid: string, token: object, done: (error: null) => void) => void,
) => OAuth;

interface Api {
  prefix: string;
  getUser(question: { openid: string; lang: string }): Promise<object>;
}
type ApiClass = new (
  appId: string,
  appSecret: string,
  getToken: () => Promise<unknown>,
  saveToken: (token: unknown) => Promise<void>,
) => Api;

if (import.meta.main)
  servePeer((load, wechatUrl) => {
    const oauth = new (load<OAuthClass>('wechat-oauth'))(
      appId,
      appSecret,
      (_openid, done) => done(null, null),
      (_openid, _token, done) => done(null),
    );
    const send = oauth.request.bind(oauth);
    oauth.request = (url, options, done) =>
      send(url.replace('https://api.weixin.qq.com', wechatUrl), options, done);

    let cached: unknown;
    const api = new (load<ApiClass>('co-wechat-api'))(
      appId,
      appSecret,
      async () => cached,
      async (token) => {
        cached = token;
      },
    );
    api.prefix = `${wechatUrl}/cgi-bin/`;

    return async (code) => {
      const openid = await new Promise<string>((resolve, reject) => {
        oauth.getAccessToken(code, (error, result) => (error ? reject(error) : resolve(result.data.openid)));
      });
      return api.getUser({ openid, lang: 'zh_CN' });
    };
  });
