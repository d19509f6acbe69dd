/** Whatever goes wrong, no AppSecret, access token or code is in an error, a log line or a record. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createFollowLookup } from '#core/wechat/follow-lookup.ts';
import { createExchangeCode } from '#core/wechat/oauth-code.ts';
import { createOutbound } from '#core/wechat/outbound.ts';
import { type Answer, NEW_TOKENS, Raw, RESET, SILENCE } from './scripted-wechat.ts';
import { SECRET, setUp, type Workbench } from './workbench.ts';

const CODE = 'planted-code-77de';
const PLANTED = /planted-(secret|token|code)/;

/** Every way in which somebody may write an error down. */
function writtenDown(error: unknown): string {
  const facts = JSON.stringify(error, Object.getOwnPropertyNames(error));
  return [String(error), inspect(error, { depth: 5, showHidden: true }), JSON.stringify(error), facts].join(
    '\n',
  );
}

const WRONG: [string, Answer][] = [
  ['a refusal that repeats the secret', { errcode: 40125, errmsg: `invalid appsecret ${SECRET}` }],
  [
    'a refusal that repeats code and token',
    { errcode: 40029, errmsg: `${CODE} access_token=planted-token-1` },
  ],
  ['JSON that breaks off after the token', new Raw(200, '{"access_token":"planted-token-1"')],
  ['a page that repeats the address', new Raw(200, `<html>/sns/oauth2?secret=${SECRET}&code=${CODE}</html>`)],
  ['a gateway page that does', new Raw(502, `<html>?secret=${SECRET}&code=${CODE}</html>`)],
  ['a redirect that does', new Raw(302, '', { location: `/?secret=${SECRET}&code=${CODE}` })],
  ['a reset', RESET],
  ['silence', SILENCE],
];

describe.each(WRONG)('%s', (_case, answer) => {
  async function check(fail: (bench: Workbench) => Promise<unknown>, endpoint: string) {
    const bench = await setUp({ ...NEW_TOKENS, [endpoint]: () => answer }, { callLimit: 300 });
    const error = await fail(bench).then(
      () => expect.unreachable(),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(writtenDown(error)).not.toMatch(PLANTED);
    expect(bench.logger.lines.join('\n')).not.toMatch(PLANTED);
    return bench;
  }

  it('keeps the code exchange silent, and the inspector as well', async () => {
    const bench = await check(
      (bench) => createExchangeCode(bench)(bench.credentials, CODE),
      '/sns/oauth2/access_token',
    );
    expect(JSON.stringify(bench.calls.list({}))).not.toMatch(/planted-(secret|code)/);
  });

  it.each(['stable', 'classic'] as const)('keeps a %s token fetch silent', async (tokenMode) => {
    await check(
      ({ tokens, credentials }) => tokens.get({ ...credentials, tokenMode }),
      tokenMode === 'stable' ? '/cgi-bin/stable_token' : '/cgi-bin/token',
    );
  });

  it('keeps a look-up silent', async () => {
    await check((bench) => createFollowLookup(bench)(bench.credentials, 'oVisitor'), '/cgi-bin/user/info');
  });
});

it('also when the base URL is no URL', async () => {
  const { credentials, ...bench } = await setUp({});
  const broken = { ...credentials, apiBaseUrl: 'http://[nonsense' };
  const error = await createExchangeCode(bench)(broken, CODE).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'WeChatUnreachable', kind: 'network' });
  expect(writtenDown(error)).not.toMatch(PLANTED);
});

it('also when an interceptor makes axios take the long way', async () => {
  const { credentials } = await setUp({ '/cgi-bin/token': () => RESET });
  const { axios, close } = createOutbound();
  const seen: (string | undefined)[] = [];
  axios.interceptors.request.use((config) => {
    seen.push(config.method);
    return config;
  });
  const url = `${credentials.apiBaseUrl}/cgi-bin/token?secret=${SECRET}`;
  const error = await axios.request({ url }).catch((reason: unknown) => reason);
  expect(seen).toEqual(['get']);
  expect(error).toMatchObject({ name: 'CallFailed', kind: 'network' });
  expect(writtenDown(error)).not.toMatch(PLANTED);
  await close();
});
