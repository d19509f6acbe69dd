/** No log line leaves with a secret in it, however it got there. */
import { describe, expect, test } from 'vitest';
import { redact } from '#core/redact.ts';
import { createLogger } from '#server/logger.ts';

const secret = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';

function logged(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  log(createLogger((line) => lines.push(line)));
  return lines.join('');
}

describe('a secret is not repeated', () => {
  test.each([
    ['in an address', `https://api.weixin.qq.com/cgi-bin/token?grant_type=x&appid=wx1&secret=${secret}`],
    ['as a token in an address', `GET /cgi-bin/user/info?access_token=${secret}&openid=o1`],
    ['as a code in an address', `/callback?code=${secret}&state=s`],
    ['in JSON', JSON.stringify({ access_token: secret, expires_in: 7200 })],
    ['in JSON with capitals', JSON.stringify({ appSecret: secret })],
    ['in an authorization header', `authorization: Bearer ${secret}`],
    ['in a one-time link', `http://127.0.0.1:1/session?link=${secret}`],
  ])('%s', (_where, text) => {
    const facts = { err: new Error(`failed: ${text}`, { cause: new Error(text) }), text };
    const line = logged((logger) => logger.error(facts, text));
    expect(line).toContain('[redacted]');
    expect(line).not.toContain(secret);
  });

  test('as a field of its own', () => {
    expect(logged((logger) => logger.warn({ account: { appSecret: secret } }, 'changed'))).not.toContain(
      secret,
    );
  });

  test('as a field of an error, where HTTP clients keep whole requests', () => {
    const error = Object.assign(new Error('refused'), { config: { data: secret }, code: 'ECONNRESET' });
    const line = logged((logger) => logger.error({ err: error }, 'a call failed'));
    expect(line).not.toContain(secret);
    expect(JSON.parse(line).err).toMatchObject({ name: 'Error', message: 'refused', code: 'ECONNRESET' });
  });
});

test('an openid is not written whole, wherever it stands', () => {
  const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
  const line = logged((logger) =>
    logger.warn({ openid, err: new Error(`about ${openid}`) }, `for ${openid}`),
  );
  expect(line).not.toContain(openid);
  expect(JSON.parse(line)).toMatchObject({ msg: 'for o6_bm…fL2M', openid: 'o6_bm…fL2M' });
});

test('a line stays JSON with its level, time and facts', () => {
  const line = JSON.parse(logged((logger) => logger.info({ url: 'http://127.0.0.1:1' }, 'listens')));
  expect(line).toMatchObject({ level: 'info', msg: 'listens', url: 'http://127.0.0.1:1' });
  expect(new Date(line.time).getTime()).not.toBeNaN();
});

test('what only looks like a secret stays readable', () => {
  const line = '{"errcode":40029,"code":"EADDRINUSE","msg":"WeChat answered 40029"}';
  expect(redact(line)).toBe(line);
});
