/** An account whose secret is gone still has a status: its mode, and what its AppID has used today. */
import { expect, it } from 'vitest';
import { createTokens } from '#core/accounts/tokens.ts';
import { openRealWeChat } from '../users/real-wechat.ts';

function unused(): never {
  throw new Error('no token service here');
}
const service = { open: unused, close: unused, admits: () => false, read: unused };

it('is told with and without a secret', async () => {
  const { client, accounts, secret } = await openRealWeChat();
  const tokens = createTokens({ accessTokens: client.tokens, accounts, service });
  expect(await tokens.force('acc')).toMatchObject({ fetches: 2, fetchesToday: 2, forcedToday: 1 });
  secret.value = null;
  expect(tokens.status('acc')).toEqual({
    mode: 'stable',
    cached: false,
    fetchedAt: null,
    expiresAt: null,
    expiresIn: null,
    fetches: 0,
    fetchesToday: 2,
    dailyLimit: 500_000,
    forcedToday: 1,
    forceAgainAt: expect.any(String),
    stolenAt: null,
    takenAbout: null,
  });
  await expect(tokens.force('acc')).rejects.toMatchObject({ name: 'SecretMissing' });
});

it('knows the limit of each mode', async () => {
  const { client, accounts, account } = await openRealWeChat();
  const tokens = createTokens({ accessTokens: client.tokens, accounts, service });
  expect(tokens.status('acc').dailyLimit).toBe(500_000);
  account.tokenMode = 'classic';
  expect(tokens.status('acc')).toMatchObject({ dailyLimit: 2_000, forceAgainAt: null });
});
