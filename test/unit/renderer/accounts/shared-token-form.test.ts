/** The organisation's token service, typed and sent: a kept secret is not repeated, and never goes elsewhere. */
import { expect, test } from 'vitest';
import { draftOf, emptyDraft, inputOf, patchOf } from '#renderer/accounts/account-form.ts';
import {
  changesSharedToken,
  sharedTokenDraftOf,
  sharedTokenInputOf,
} from '#renderer/accounts/shared-token-form.ts';
import type { Account } from '#shared/model/account.ts';
import { SharedTokenInput } from '#shared/model/token.ts';

const stored = {
  url: 'https://token.example.com/wechat',
  tokenPointer: '/data/token',
  expiryPointer: null,
  hasBearer: true,
};

test('the usual names of the fields stand ready', () => {
  expect(sharedTokenDraftOf(null)).toMatchObject({
    tokenPointer: '/access_token',
    expiryPointer: '/expires_in',
  });
});

test('a service that was only looked at is not sent, and its secret is never filled in', () => {
  const draft = sharedTokenDraftOf(stored);
  expect(draft.bearer).toBe('');
  expect(changesSharedToken(sharedTokenInputOf(draft, stored), stored)).toBe(false);
});

test('a kept secret is left out, a new one is sent, an emptied one is taken away', () => {
  const draft = sharedTokenDraftOf(stored);
  expect('bearer' in sharedTokenInputOf({ ...draft, tokenPointer: '' }, stored)).toBe(false);
  const replaced = { ...draft, bearerKept: false };
  expect(sharedTokenInputOf({ ...replaced, bearer: ' new ' }, stored).bearer).toBe('new');
  expect(sharedTokenInputOf(replaced, stored).bearer).toBeNull();
});

test('a kept secret follows its service to another path, not to another machine', () => {
  const draft = sharedTokenDraftOf(stored);
  const moved = sharedTokenInputOf({ ...draft, serviceUrl: 'https://token.example.com/v2' }, stored);
  expect('bearer' in moved).toBe(false);
  const elsewhere = sharedTokenInputOf({ ...draft, serviceUrl: 'https://evil.example.com/wechat' }, stored);
  expect(elsewhere.bearer).toBeNull();
});

test('what is sent is what the contract takes', () => {
  const typed = { ...sharedTokenDraftOf(null), serviceUrl: 'token.example.com/wechat', expiryPointer: ' ' };
  const input = sharedTokenInputOf(typed, null);
  expect(input).toEqual({
    url: 'https://token.example.com/wechat',
    bearer: null,
    tokenPointer: '/access_token',
    expiryPointer: null,
  });
  expect(SharedTokenInput.safeParse(input).success).toBe(true);
});

test('only an account in shared mode sends its service', () => {
  const draft = { ...emptyDraft(), serviceUrl: 'https://token.example.com' };
  expect(inputOf(draft).sharedToken).toBeNull();
  expect(inputOf({ ...draft, tokenMode: 'shared' }).sharedToken).toMatchObject({
    url: 'https://token.example.com',
  });
  const account = {
    ...{ name: 'x', appId: 'wx1', apiBaseUrl: 'https://api.weixin.qq.com', kind: null, publicUrl: null },
    ...{ authorizeBaseUrl: 'https://open.weixin.qq.com', tokenMode: 'shared', sharedToken: stored },
  } as Account;
  expect(patchOf({ ...draftOf(account), tokenMode: 'stable' }, account)).toEqual({ tokenMode: 'stable' });
  expect(patchOf({ ...draftOf(account), tokenPointer: '/t' }, account)).toEqual({
    sharedToken: { url: stored.url, tokenPointer: '/t', expiryPointer: null },
  });
});
