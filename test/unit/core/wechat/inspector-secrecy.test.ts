/** Secrets planted in every place of every endpoint that is called, and found nowhere in what the inspector shows. */
import { describe, expect, it } from 'vitest';
import { type Answer, type Call, Raw } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const OPENIDS = [
  'oFirstVisitorOfTheWholeDay01',
  'oSecondVisitorOfTheWholeDay2',
  'oThirdVisitorOfTheWholeDay03',
];
const [OPENID = '', ...OTHERS] = OPENIDS;
const UNIONID = 'oUnionOfTheFirstVisitorToday9';
const APP = { appid: 'wx0123456789abcdef', secret: 'planted/secret&"51ab' };
const TOKEN = { access_token: 'planted-token+/=' };

/** What each endpoint is sent: query, then body. */
const ENDPOINTS: Record<string, [Record<string, string>, object?]> = {
  '/cgi-bin/token': [{ grant_type: 'client_credential', ...APP }],
  '/cgi-bin/stable_token': [{}, { grant_type: 'client_credential', ...APP, force_refresh: false }],
  '/sns/oauth2/access_token': [{ ...APP, code: 'planted-code', grant_type: 'authorization_code' }],
  '/sns/oauth2/refresh_token': [{ appid: APP.appid, refresh_token: 'planted-refresh' }],
  '/sns/userinfo': [{ ...TOKEN, openid: OPENID, lang: 'zh_CN' }],
  '/sns/auth': [{ ...TOKEN, openid: OPENID }],
  '/sns/jscode2session': [{ ...APP, js_code: 'planted-code' }],
  '/cgi-bin/user/info': [{ ...TOKEN, openid: OPENID, lang: 'zh_CN' }],
  '/cgi-bin/user/info/batchget': [TOKEN, { user_list: OPENIDS.map((openid) => ({ openid, lang: 'zh_CN' })) }],
  '/cgi-bin/user/get': [{ ...TOKEN, next_openid: OPENID }],
  '/cgi-bin/user/tag/get': [TOKEN, { tagid: 100, next_openid: OPENID }],
  '/cgi-bin/user/info/updateremark': [TOKEN, { openid: OPENID, remark: 'x' }],
  '/cgi-bin/tags/getidlist': [TOKEN, { openid: OPENID }],
  '/cgi-bin/tags/members/batchtagging': [TOKEN, { openid_list: OPENIDS, tagid: 100 }],
  '/cgi-bin/message/custom/send': [TOKEN, { touser: OPENID, msgtype: 'text' }],
  '/cgi-bin/qrcode/create': [TOKEN, { action_name: 'QR_STR_SCENE' }],
  '/cgi-bin/ticket/getticket': [{ ...TOKEN, type: 'jsapi' }],
  '/cgi-bin/getcallbackip': [TOKEN],
  '/cgi-bin/callback/check': [TOKEN, { action: 'all' }],
  '/cgi-bin/openapi/quota/get': [TOKEN, { cgi_path: '/cgi-bin/user/info' }],
  '/cgi-bin/openapi/rid/get': [TOKEN, { rid: '65a1b2c3-0d1e2f30-4a5b6c7d' }],
  '/cgi-bin/clear_quota/v2': [{}, { appid: APP.appid, appsecret: APP.secret }],
};

/** All that was sent, in one line, as a careless relay would repeat it. */
function repeated({ query, body, target }: Call): string {
  return `${target} ${Object.values(query).join(' ')} ${JSON.stringify(body) ?? ''} ${strings(body).join(' ')}`;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const everything = {
  access_token: 'planted-other-token',
  refresh_token: 'planted-refresh',
  expires_in: 7200,
  openid: OPENID,
  unionid: UNIONID,
  ticket: 'planted\\/ticket==',
  signature: 'planted-signature',
  key: 'planted-key',
  session: { secret: 'planted-nested', password: ['planted-1', 'planted-2'], code: 'planted-code-2' },
  data: { openid: OPENIDS },
  next_openid: OTHERS[0],
  user_info_list: OPENIDS.map((openid) => ({ subscribe: 1, openid, unionid: UNIONID })),
};
const asAddress =
  'access_token=planted-other&secret=planted-x&code=planted-y&openid=oFirstVisitorOfTheWholeDay01';
const asked = {
  request: {
    request_url: `https://api.weixin.qq.com/cgi-bin/user/info?${asAddress}`,
    request_body: JSON.stringify(everything),
    client_ip: '1.2.3.4',
  },
};

const REPLIES: [string, (call: Call) => Answer][] = [
  ['an answer full of secrets', () => everything],
  ['a record of another call', () => asked],
  [
    'a refusal that repeats what was sent',
    (call) => ({ errcode: 40001, errmsg: `invalid ${repeated(call)}` }),
  ],
  ['JSON that breaks off', () => new Raw(200, JSON.stringify(everything).slice(0, 330))],
  ['JSON with raw line breaks', () => new Raw(200, JSON.stringify(everything, null, '\r\n\t'))],
  ['ten thousand openids', () => ({ total: 1, data: { openid: Array(10_000).fill(OPENIDS).flat() } })],
  [
    'a page that repeats the address',
    (call) => new Raw(502, `<a href="${call.target}">${repeated(call)}</a>`),
  ],
  ['a page with entities', (call) => new Raw(404, page(repeated(call)))],
  ['a page that repeats headers', () => new Raw(500, 'Authorization: Bearer planted\r\nCookie: a=planted')],
  [
    'a login page of a relay',
    () => new Raw(200, `<a href="/in?to=${encodeURIComponent(`/?${asAddress}`)}">`),
  ],
  ['XML', () => new Raw(200, '<xml><ticket><![CDATA[planted]]></ticket><secret>planted</secret></xml>')],
];

function page(text: string): string {
  return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</pre>`;
}

describe.each(REPLIES)('%s', (_case, reply) => {
  it.each(Object.entries(ENDPOINTS))('from %s', async (endpoint, [query, body]) => {
    const { http, credentials, calls, logger } = await setUp({ [endpoint]: reply });
    const answered = body
      ? http.post(credentials, endpoint, query, body)
      : http.get(credentials, endpoint, query);
    await answered.catch(() => undefined);
    const [shown] = calls.list({});
    expect(shown).toMatchObject({ accountId: 'account-1', endpoint, reply: expect.any(String) });
    const text = JSON.stringify(shown) + logger.lines.join();
    expect(text).not.toMatch(/planted/);
    for (const person of [...OPENIDS, UNIONID]) expect(text).not.toContain(person);
    expect(text).not.toMatch(/VisitorOfTheWholeDa|UnionOfTheFirst/);
  });
});
