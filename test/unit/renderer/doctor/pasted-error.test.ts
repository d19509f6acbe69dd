/** Whatever an operator pastes, the code, the rid and the IP are found in it, and nothing else is taken. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readPastedError } from '#renderer/doctor/pasted-error.ts';
import { allErrorCodes } from '#shared/model/error-codes.ts';

const NONE = { errcode: null, others: [], rid: null, ip: null, sns: false };
const LONG_AGO = 'invalid ip 119.253.43.19, not in whitelist';

describe('the five ways in which WeChat named an IP over the years', () => {
  it.each([
    [LONG_AGO, '119.253.43.19', null],
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
  ])('%s', (errmsg, ip, rid) => {
    const found = { errcode: 40164, others: [], rid, ip, sns: false };
    expect(readPastedError(JSON.stringify({ errcode: 40164, errmsg }))).toEqual(found);
    expect(readPastedError(errmsg), 'the message alone').toEqual(found);
  });

  it('an IPv6 address', () => {
    const pasted = 'invalid ip ::ffff:203.0.113.7, not in whitelist';
    expect(readPastedError(pasted).ip).toBe('203.0.113.7');
    expect(readPastedError('invalid ip 2001:db8::7, not in whitelist').ip).toBe('2001:db8::7');
  });
});

describe('the error code, however it is written', () => {
  it.each([
    ['{"errcode":40001,"errmsg":"invalid credential"}', 40001],
    ['{\\"errcode\\":45009,\\"errmsg\\":\\"reach max api daily quota limit\\"}', 45009],
    ['<pre>{&quot;errcode&quot;: 48001}</pre>', 48001],
    ['{%22errcode%22:40029}', 40029],
    ["{'errcode': 10003, 'errmsg': 'redirect_uri域名与后台配置不一致'}", 10003],
    ['2026-03-01 10:32:05.12345 ERROR wechat errCode=40125 errMsg=invalid appsecret', 40125],
    ['WxErrorException: 错误代码:40163, 错误信息:微信原始报文', 40163],
    ['错误码：１０００３', 10003],
    ['error code 40013', 40013],
    ['"errcode":-1', -1],
    ['  40164 ', 40164],
    ['10003', 10003],
    ['[10016]', 10016],
    ['-1', -1],
    ['99999', 99999],
    ['{"errcode":88888,"errmsg":"something new"}', 88888],
    ['Oops! 出错了 10005', 10005],
    ['redirect_uri 参数错误', 10003],
    ['Scope 参数错误或没有 Scope 权限', 10005],
    ['此公众号被封禁', 10004],
    ['code been used, hints: [ req_id: abc ]', 40163],
    ['INVALID APPSECRET', 40125],
    ['access clientip is not registered, not in ip-white-list', 45035],
    ['{"errcode":0,"errmsg":"ok"}', 0],
  ])('%s', (pasted, errcode) => {
    expect(readPastedError(pasted).errcode).toBe(errcode);
  });

  it('a failure is told before a success, and each further code once', () => {
    const log = '{"errcode":0} {"errcode":40001} {"errcode":42001} {"errcode":40001}';
    expect(readPastedError(log)).toMatchObject({ errcode: 40001, others: [42001] });
  });
});

describe('numbers that are no codes', () => {
  it.each([
    'GET http://127.0.0.1:40001/healthz 200',
    'wx40001aa40013bb',
    '10.0.40001.3',
    '2026-03-01T10:32:05.40001Z took 12345 ms',
    'code=081AbC40001xyz',
    'port 3000 status 200',
    '',
    '   ',
  ])('%s', (pasted) => {
    expect(readPastedError(pasted)).toEqual(NONE);
  });
});

test('a rid alone, in capitals, and one that is mistyped but called so', () => {
  expect(readPastedError('5FA26C60-1A0EBDD5-32FD1CD0').rid).toBe('5fa26c60-1a0ebdd5-32fd1cd0');
  expect(readPastedError('"rid": "5fa26c60-1a0ebdd5"').rid).toBe('5fa26c60-1a0ebdd5');
  expect(readPastedError('123e4567-e89b-12d3-a456-426614174000').rid).toBeNull();
});

test('a call below /sns/ is told as such', () => {
  const pasted =
    'GET https://api.weixin.qq.com/sns/oauth2/access_token?appid=wx1&secret=planted0secret0that0must0not0be0' +
    '&code=planted-code {"errcode":40163,"errmsg":"code been used, rid: 5fa26c60-1a0ebdd5-32fd1cd0"}';
  const found = readPastedError(pasted);
  expect(found).toMatchObject({ errcode: 40163, sns: true });
  expect(JSON.stringify(found)).not.toMatch(/planted|wx1/);
});

test('every code of the list is found when typed', () => {
  for (const { code } of allErrorCodes()) expect(readPastedError(String(code)).errcode).toBe(code);
});

test('nothing that can be pasted makes it throw, or think long', () => {
  const words = fc.constantFrom('errcode', '"', ':', 'rid', '-', '40164', 'invalid ip ', '%22', '\\', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((all) => all.join('')),
      ),
      (text) => {
        const { errcode, others } = readPastedError(text);
        return (errcode === null || Number.isInteger(errcode)) && others.length <= 5;
      },
    ),
  );
  for (const piece of ['errcode"', 'rid: ', 'invalid ip 1.', '12345 ', 'ab-', '"'.repeat(9)]) {
    const startedAt = performance.now();
    readPastedError(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - startedAt, piece).toBeLessThan(2_000);
  }
});
