/** From an HTTP reply to what WeChat said. */
import { describe, expect, it } from 'vitest';
import { WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import { readReply } from '#core/wechat/reply.ts';

function read(body: unknown, status = 200) {
  return readReply(
    '/cgi-bin/user/info',
    status,
    Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  );
}

function failure(body: unknown, status?: number): unknown {
  try {
    return read(body, status);
  } catch (error) {
    return error;
  }
}

it('is the object itself, with errcode 0 or without one', () => {
  expect(read({ subscribe: 1 })).toEqual({ subscribe: 1 });
  expect(read({ errcode: 0, errmsg: 'ok' })).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(read({ errcode: '0' })).toEqual({ errcode: '0' });
});

it('is a refusal with any other errcode, which keeps the number, the rid and the endpoint', () => {
  const errmsg = 'invalid credential, access_token is invalid or not latest rid: 65a1b2c3-0d1e2f30-4a5b6c7d';
  const error = failure({ errcode: 40001, errmsg });
  expect(error).toBeInstanceOf(WeChatRefused);
  expect(error).toMatchObject({
    errcode: 40001,
    rid: '65a1b2c3-0d1e2f30-4a5b6c7d',
    endpoint: '/cgi-bin/user/info',
    ip: null,
  });
  expect(failure({ errcode: '-1', errmsg: 'system error' })).toMatchObject({ errcode: -1, rid: null });
});

it.each([
  ['invalid ip 119.253.43.19, not in whitelist', '119.253.43.19', null],
  ['invalid ip 219.133.158.202, not in whitelist hint: [njHmVa00792974]', '219.133.158.202', null],
  [
    'invalid ip 101.45.43.1 ipv6 ::ffff:101.45.43.1, not in whitelist hint: [jotvMa01143580]',
    '101.45.43.1',
    null,
  ],
  [
    'invalid ip 120.244.112.8 ipv6 ::ffff:120.244.112.8, not in whitelist rid: 5fa26c60-1a0ebdd5-32fd1cd0',
    '120.244.112.8',
    '5fa26c60-1a0ebdd5-32fd1cd0',
  ],
  [
    'invalid ip 114.221.21.30 ipv6 ::ffff:114.221.21.30, not in whitelist rid: 658cff8e-7783352d-44cb33e5',
    '114.221.21.30',
    '658cff8e-7783352d-44cb33e5',
  ],
  ['invalid ip ::ffff:114.221.21.30, not in whitelist', '114.221.21.30', null],
  ['invalid ip 2408:8256:1::7f ipv6 2408:8256:1::7f, not in whitelist', '2408:8256:1::7f', null],
  ['invalid ip 999.1.2, not in whitelist', null, null],
  ['invalid ip unknown ipv6 ::ffff:101.45.43.1, not in whitelist', null, null],
  [
    'access clientip is not registered hint: [OOcsrA0577oxy3] requestIP: 123.57.208.67',
    '123.57.208.67',
    null,
  ],
  [
    'access clientip is not registered requestIP: 203.0.113.9 rid: 658cff8e-7783352d-44cb33e5',
    '203.0.113.9',
    '658cff8e-7783352d-44cb33e5',
  ],
  ['access clientip is not registered', null, null],
])('finds the caller in %j', (errmsg, ip, rid) => {
  expect(failure({ errcode: 40164, errmsg })).toMatchObject({ errcode: 40164, ip, rid });
});

describe('what is not WeChat', () => {
  it.each([
    ['HTML with 200', '<html>login to the network</html>', 200, 'bad_reply'],
    ['an empty body', '', 200, 'bad_reply'],
    ['a JSON array', [], 200, 'bad_reply'],
    ['a JSON text', '"ok"', 200, 'bad_reply'],
    ['an errcode that is no number', { errcode: 'x' }, 200, 'bad_reply'],
    ['a redirect', '', 302, 'bad_reply'],
    ['a page that is not there', '<html>404</html>', 404, 'bad_reply'],
    ['JSON of something else, not there', { error: 'no route' }, 404, 'bad_reply'],
    ['a gateway', '<html>502</html>', 502, 'http_status'],
    ['a 5xx in JSON', { errcode: 40001 }, 500, 'http_status'],
    ['a relay that has had enough', 'slow down', 429, 'http_status'],
  ])('%s is unreachable', (_case, body, status, kind) => {
    const error = failure(body, status);
    expect(error).toBeInstanceOf(WeChatUnreachable);
    expect(error).toMatchObject({ kind, endpoint: '/cgi-bin/user/info' });
  });

  it('but an errcode counts, whatever the relay made of the status', () => {
    expect(failure({ errcode: 40013, errmsg: 'invalid appid' }, 400)).toMatchObject({ errcode: 40013 });
  });
});
