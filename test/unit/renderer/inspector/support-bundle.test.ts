/** What is carried away holds what a helper needs, and no secret, whole openid or user name, wherever they were. */
import { describe, expect, it, test } from 'vitest';
import { scrubbed, scrubText } from '#renderer/inspector/scrub.ts';
import { type BundleSources, supportBundle } from '#renderer/inspector/support-bundle.ts';
import { account, call, hostStatus, network, OPENID, report, SECRET, TOKEN } from './bundle-sources.ts';

const AT = '2026-03-01T02:32:05.000Z';
const sources: BundleSources = {
  at: AT,
  status: hostStatus,
  network,
  accounts: [account],
  reports: [report],
  calls: [call],
};

/** Everything planted in `bundle-sources.ts` that must never be read in a bundle. */
const PLANTED = [
  SECRET,
  TOKEN,
  OPENID,
  'plantedhint',
  'planted-user',
  'planted-password',
  'planted-key',
  'mei',
];

test('nothing that was planted gets out, in no place it can be in', () => {
  const text = supportBundle(sources);
  for (const planted of PLANTED) expect(text).not.toContain(planted);
  expect(JSON.stringify(sources), 'it was there to begin with').toContain('planted-key');
});

test('each planted thing is found by a bundle that does not scrub, so the test can fail', () => {
  const everything = JSON.stringify(sources);
  for (const planted of PLANTED) expect(everything).toContain(planted);
});

test('what a helper asks for first is inside', () => {
  const bundle = JSON.parse(supportBundle(sources)) as Record<string, Record<string, unknown>>;
  expect(bundle).toMatchObject({
    product: 'FollowDesk',
    version: '0.1.0',
    gatheredAt: AT,
    host: {
      vault: { state: 'ok', backend: 'file', undecided: false },
      callback: { state: 'listening', port: 8787 },
      dataFolder: '~/.config/followdesk',
    },
    network: { proxyUrl: 'http://proxy.example:3128', signsIn: true, hasProxyPassword: true },
    accounts: [{ appId: 'wx00112233445566aa', tokenMode: 'shared', secretState: 'ok', hasSecret: true }],
    checks: [{ findings: [{ check: 'token', errcode: 40001 }] }],
    calls: [{ endpoint: '/cgi-bin/user/info', errcode: 40164, rid: '5fa26c60-1a0ebdd5-32fd1cd0' }],
  });
});

test('only the fields that are named get in, whatever an account has', () => {
  const { accounts } = JSON.parse(supportBundle(sources));
  expect(accounts[0]).not.toHaveProperty('secretHint');
  expect(accounts[0].sharedToken.url).toBe('https://token.example/wechat');
});

test('a host that does not answer still leaves a bundle', () => {
  const bundle = JSON.parse(supportBundle({ ...sources, status: undefined, network: undefined }));
  expect(bundle).toMatchObject({ version: null, host: null, network: null });
});

describe('scrubbing', () => {
  it.each([
    [
      `GET /x?access_token=${TOKEN}&openid=${OPENID}`,
      /^GET \/x\?access_token=\[removed\]&openid=oAbcD…7890$/,
    ],
    [`{"openid":"${OPENID}","subscribe":1}`, /^\{"openid":"oAbcD…7890","subscribe":1\}$/],
    [`seen ${OPENID}.`, /^seen oAbcD…7890\.$/],
    [`{"access_token":"short","expires_in":7200}`, /^\{"access_token":"\[removed\]","expires_in":7200\}$/],
    [`{\\"secret\\":\\"planted\\"}`, /^\{\\"secret\\":\\"\[removed\]\\"\}$/],
    [`secret is ${SECRET}`, /^secret is \[removed\]$/],
    ['Authorization: Bearer planted-key', /^Authorization: Bearer \[removed\]$/],
    ['http://user:pass@proxy.example:3128/x', /^http:\/\/proxy\.example:3128\/x$/],
    ['/home/mei/.config/followdesk', /^~\/\.config\/followdesk$/],
    ['/Users/mei/Library/FollowDesk', /^~\/Library\/FollowDesk$/],
    ['C:\\Users\\mei\\AppData\\FollowDesk', /^~\\AppData\\FollowDesk$/],
    ['/root/data', /^~\/data$/],
  ])('%s', (text, wanted) => {
    expect(scrubText(text)).toMatch(wanted);
  });

  it.each([
    'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 5fa26c60-1a0ebdd5-32fd1cd0',
    '{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest"}',
    'wx00112233445566aa https://scan.example.com/go/abcdefghij /srv/followdesk/data',
    'oAbcD…7890',
  ])('leaves %s as it is', (text) => {
    expect(scrubText(text)).toBe(text);
  });

  it('goes by the name where the value says nothing, and keeps what is no text', () => {
    const value = { secretHint: 'be01', openid: 'short', list: [{ code: 'x1' }], ms: 12, none: null };
    expect(scrubbed(value)).toEqual({
      secretHint: '[removed]',
      openid: '…',
      list: [{ code: '[removed]' }],
      ms: 12,
      none: null,
    });
  });
});
