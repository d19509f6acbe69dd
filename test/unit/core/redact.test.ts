/** Whatever form a text has, what has a secret's name loses its value, and what only looks like it stays. */
import { describe, expect, it, test } from 'vitest';
import { isOpenidName, isSecretName, maskOpenid, maskOpenids, redact } from '#core/redact.ts';

const OPENID = 'oLVPpjqs9BhvzwPj5A-vTYAX3GLc';
const MASKED = 'oLVPp…3GLc';

const NAMES = [
  'secret',
  'appSecret',
  'app_secret',
  'APPSECRET',
  'access_token',
  'authorizer_refresh_token',
  'refresh_token',
  'consoleToken',
  'code',
  'js_code',
  'ticket',
  'jsapi_ticket',
  'signature',
  'msg_signature',
  'authorization',
  'Proxy-Authorization',
  'bearer',
  'password',
  'proxyPassword',
  'key',
  'link',
  'cookie',
];

describe.each(NAMES)('%s', (name) => {
  const json = JSON.stringify({ before: 1, [name]: 'a/pl"anted\\', after: 'stays' });
  it.each([
    ['in an address', `https://a.test/x?appid=wx1&${name}=planted&after=stays`],
    ['first in an address', `GET /x?${name}=planted&after=stays`],
    ['in an address inside an address', `/?to=https%3A%2F%2Fa.test%3F${name}%3Dplanted%26after%3Dstays`],
    ['in an address on a page', `<a href="/x?${name}=planted&amp;after=stays">`],
    ['in JSON', json],
    ['in JSON with spaces', `{ "${name}" : "planted" , "after" : "stays" }`],
    ['in JSON as PHP writes it', `{"${name}":"a\\/planted","after":"stays"}`],
    ['in JSON inside JSON', JSON.stringify({ body: json })],
    ['in JSON inside JSON inside JSON', JSON.stringify({ body: JSON.stringify({ [name]: 'planted' }) })],
    ['in JSON that breaks off', `{"after":"stays","${name}":"planted`],
    ['in JSON with a raw line break', `{"${name}":"line\nplanted","after":"stays"}`],
    ['in JSON on a page', `{&quot;${name}&quot;:&quot;planted&quot;,&#34;after&#34;:&#34;stays&#34;}`],
    ['in a list', `{"${name}":["planted","planted"],"after":"stays"}`],
    ['in XML', `<xml><${name}>planted</${name}><after>stays</after></xml>`],
    ['in XML as WeChat writes it', `<${name}><![CDATA[planted]]></${name}><after>stays</after>`],
  ])('%s', (where, text) => {
    const redacted = redact(text);
    expect(redacted).not.toMatch(/planted|anted/);
    expect(redacted).toContain('[redacted]');
    if (where !== 'in JSON inside JSON inside JSON') expect(redacted).toContain('stays');
    expect(redact(redacted), 'nothing is taken twice').toBe(redacted);
    expect(isSecretName(name)).toBe(true);
  });
});

test.each([
  ['authorization: Bearer planted.and-more', 'authorization: [redacted]'],
  ['Cookie: session=planted; other=planted\r\nHost: a.test', 'Cookie: [redacted]\r\nHost: a.test'],
  ['sent Basic cGxhbnRlZA== to it', 'sent Basic [redacted] to it'],
  ['{"password":123456789}', '{"password":"[redacted]"}'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test.each([
  '{"errcode":40029,"code":"EADDRINUSE","msg":"WeChat answered 40029"}',
  '{"code":403,"hasSecret":true,"secretHint":"51ab","token":null}',
  '/cgi-bin/token: network (ECONNREFUSED)',
  'https://a.test/?errcode=40001&zipcode=518000&keyword=a',
  '{"tokenMode":"stable","endpoint":"/cgi-bin/stable_token","monkey":"x"}',
])('%s stays', (text) => {
  expect(redact(text)).toBe(text);
});

describe('openids and unionids', () => {
  it.each([
    [`{"openid":"${OPENID}"}`, `{"openid":"${MASKED}"}`],
    [`{"unionid":"${OPENID}x"}`, '{"unionid":"oLVPp…GLcx"}'],
    [`{"next_openid":"short"}`, '{"next_openid":"…"}'],
    ['{"next_openid":""}', '{"next_openid":""}'],
    [
      '{"data":{"openid":["oFirst","oSecondLonger"]},"count":2}',
      '{"data":{"openid":["…","oSeco…nger"]},"count":2}',
    ],
    ['{"data":{"openid":["oFirst","oSecondLon', '{"data":{"openid":["…","oSeco…dLon'],
    ['{"openid_list" : [ "oFirst" ]}', '{"openid_list" : [ "…" ]}'],
    ['{\\"user_list\\":[{\\"openid\\":\\"oFirst\\"}]}', '{\\"user_list\\":[{\\"openid\\":\\"…\\"}]}'],
    ['{\\"openid\\":[\\"oFirst\\",\\"oSecond\\"]}', '{\\"openid\\":[\\"…\\",\\"…\\"]}'],
    [`/info?openid=oFirst&lang=zh_CN`, '/info?openid=…&lang=zh_CN'],
    [`nobody knows ${OPENID}.`, `nobody knows ${MASKED}.`],
  ])('%s', (text, expected) => {
    expect(maskOpenids(text)).toBe(expected);
    expect(maskOpenids(expected), 'a masked one stays').toBe(expected);
  });

  it('are masked as the console masks them', () => {
    expect(maskOpenid(OPENID)).toBe(MASKED);
    expect(maskOpenid(MASKED)).toBe(MASKED);
    expect(maskOpenid('oVisitor')).toBe('…');
    expect(isOpenidName('next_openid')).toBe(true);
    expect(isOpenidName('is_openid_valid')).toBe(false);
  });
});
