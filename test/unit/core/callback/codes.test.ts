import { expect, test } from 'vitest';
import { createCodes } from '#core/callback/codes.ts';
import { createStates } from '#core/callback/state.ts';
import type { Account } from '#shared/model/account.ts';
import { anAccount } from '../../../support/an-account.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

const entry = { id: 'entryentry', accountId: 'a', name: 'Door', scope: 'snsapi_base', param: '' } as const;

function open(account: Partial<Account> = {}) {
  const { params, clock } = openScanDatabase();
  const states = createStates(Buffer.alloc(32, 1), clock);
  const codes = createCodes({
    states,
    params,
    accounts: {
      get: () => anAccount({ id: 'a', ...account }),
    },
    hostUrl: (forSandbox) => (forSandbox ? 'http://127.0.0.1:5180' : 'https://host.example.com'),
  });
  return { codes, states, params, clock };
}

test('a screen’s code names the callback in WeChat’s order and lasts five minutes', () => {
  const { codes, clock } = open();
  const code = codes.forScreen(entry);
  expect(code.authorizeUrl).toBe(
    'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef' +
      '&redirect_uri=https%3A%2F%2Fhost.example.com%2Fcallback&response_type=code&scope=snsapi_base' +
      `&state=${code.state}#wechat_redirect`,
  );
  expect(code.entryUrl).toBe('https://host.example.com/go/entryentry');
  expect(Date.parse(code.expiresAt) - clock.now()).toBe(300_000);
});

test('the account’s own public URL wins; the sandbox stays on this machine', () => {
  const own = open({ publicUrl: 'https://desk.example.com' }).codes.forScreen(entry);
  expect(own.entryUrl).toBe('https://desk.example.com/go/entryentry');
  const sandbox = open({ sandbox: true }).codes.forScreen(entry);
  expect(sandbox.entryUrl).toBe('http://127.0.0.1:5180/go/entryentry');
});

test('each phone gets a state of its own, with its param kept for it', async () => {
  const { codes, states, params } = open();
  const urls = [await codes.forPhone(entry, undefined), await codes.forPhone(entry, 'seat 7')];
  const [plain, withParam] = urls.map((url) => states.verify(new URL(url).searchParams.get('state') ?? ''));
  expect(plain).toMatchObject({ link: { kind: 'p', entryId: entry.id } });
  expect(withParam).toMatchObject({ link: { kind: 'q' } });
  expect(params.take(withParam && 'link' in withParam ? withParam.link.nonce : '')).toBe('seat 7');
});
